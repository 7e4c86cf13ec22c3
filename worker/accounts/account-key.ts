import { sha256 } from "../lib/sha256.ts";

/** By what tries to sign in are counted: a hash of the e-mail address, in whatever case it was typed. */
export function accountKey(email: string): Promise<string> {
  return sha256(normalized(email));
}

/** The same of the address that it is tried from; under two accounts it cannot be matched. */
export function addressKey(email: string, address: string): Promise<string> {
  return sha256(`${normalized(email)} ${address}`);
}

function normalized(email: string): string {
  return email.trim().toLowerCase();
}
