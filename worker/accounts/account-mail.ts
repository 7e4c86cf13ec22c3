import { confirmAfterReset } from "../db/accounts.ts";
import {
  alreadySignedUpLetter,
  confirmationLetter,
  passwordChangedLetter,
  resetLetter,
} from "../mail/account-letters.ts";
import { postMail, queueMail } from "../mail/post-mail.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";

type Owner = { id: string; email: string };

/** What better-auth has us write to the owner of an account. */
export function accountMail(services: Services) {
  const { PUBLIC_URL } = services.settings;
  const pages = { signIn: `${PUBLIC_URL}/sign-in`, reset: `${PUBLIC_URL}/forgot` };
  const post = async (owner: Owner, letter: Parameters<typeof postMail>[3]) =>
    postMail(scopeOfAccount(owner), services, owner.email, letter);
  return {
    confirm: async (owner: Owner, url: string) => post(owner, await confirmationLetter(url)),
    /**
     * Also for an account that was never confirmed: a new password instead of another confirmation link, or whoever
     * signed up first with somebody else's address would get in as soon as its owner confirms.
     */
    alreadySignedUp: async (owner: Owner) => post(owner, await alreadySignedUpLetter(pages)),
    reset: async (owner: Owner, url: string) => post(owner, await resetLetter(url)),
    passwordChanged: async (owner: Owner) => {
      const id = crypto.randomUUID();
      const letter = await passwordChangedLetter(pages);
      await confirmAfterReset(scopeOfAccount(owner), services.db, { id, recipient: owner.email, ...letter });
      await queueMail(services, id);
    },
  };
}
