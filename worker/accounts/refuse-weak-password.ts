import { APIError } from "better-auth/api";
import { isCommonPassword } from "./common-password.ts";
import { type Chooser, easyBecause } from "./easy-password.ts";
import { LONGEST, SHORTEST } from "./password-length.ts";

/**
 * Refuses a new password that is common, or easy to guess for somebody who knows its owner. Its length is better-auth's
 * to check.
 * @param chooser null where the link is not valid, which better-auth refuses
 * @throws APIError 400
 */
export async function refuseWeakPassword(chosen: unknown, chooser: Chooser | null): Promise<void> {
  if (typeof chosen !== "string") return;
  if (await isCommonPassword(chosen)) {
    throw new APIError("BAD_REQUEST", {
      code: "PASSWORD_TOO_COMMON",
      message: "This password is too common and easy to guess. Choose another one.",
    });
  }
  const easy = chosen.length >= SHORTEST && chosen.length <= LONGEST && chooser ? easyBecause(chosen, chooser) : null;
  if (easy) throw new APIError("BAD_REQUEST", easy);
}
