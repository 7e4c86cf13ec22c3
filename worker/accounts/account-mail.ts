import {
  alreadySignedUpLetter,
  confirmationLetter,
  passwordChangedLetter,
  resetLetter,
} from "../mail/account-letters.ts";
import type { Letter } from "../mail/letter.ts";
import { postMail, queueMail } from "../mail/post-mail.ts";
import type { Services } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { CONFIRMATION_SECONDS, RESET_SECONDS } from "./link-lifetimes.ts";
import { notePassword } from "./store/accounts.ts";

const MOST_PER_HOUR = 5; // of each kind, so that nobody can fill somebody else's mailbox

type Owner = { id: string; email: string };

/** The mails that better-auth asks us to send to an account's owner. They are in the outbox before we respond. */
export function accountMail(services: Services) {
  const { PUBLIC_URL } = services.settings;
  const pages = { signIn: `${PUBLIC_URL}/sign-in`, reset: `${PUBLIC_URL}/forgot` };
  const post = async (owner: Owner, letter: Letter, linkSeconds?: number) =>
    postMail(scopeOfAccount(owner), services, owner.email, letter, {
      mostPerHour: MOST_PER_HOUR,
      ...(linkSeconds !== undefined && { expiresAt: services.now() + linkSeconds * 1000 }),
    });
  return {
    confirm: async (owner: Owner, url: string) => post(owner, await confirmationLetter(url), CONFIRMATION_SECONDS),
    /**
     * Also sent for an account that was never confirmed. It offers a new password instead of another confirmation link:
     * otherwise somebody who signed up with another person's address could sign in once that person confirms it.
     */
    alreadySignedUp: async (owner: Owner) => post(owner, await alreadySignedUpLetter(pages)),
    reset: async (owner: Owner, url: string) => post(owner, await resetLetter(url), RESET_SECONDS),
    passwordChanged: async (owner: Owner, action: "account.password_reset" | "account.password_changed") => {
      const id = crypto.randomUUID();
      const notice = { id, recipient: owner.email, ...(await passwordChangedLetter(pages)) };
      await notePassword(scopeOfAccount(owner), services.db, { action, notice });
      services.defer(() => queueMail(services, id));
    },
  };
}
