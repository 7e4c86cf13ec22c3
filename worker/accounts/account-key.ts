import { sha256 } from "../lib/sha256.ts";

/** The key under which sign-in attempts are counted: a hash of the e-mail address, ignoring its case. */
export function accountKey(email: string): Promise<string> {
  return sha256(normalized(email));
}

/** The same for the IP address of an attempt. It is hashed with the account, so it cannot be matched across accounts. */
export function addressKey(email: string, address: string): Promise<string> {
  return sha256(`${normalized(email)} ${address}`);
}

function normalized(email: string): string {
  return email.trim().toLowerCase();
}
