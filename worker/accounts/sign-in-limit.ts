import { APIError } from "better-auth/api";
import type { Services } from "../services.ts";
import { accountKey, addressKey } from "./account-key.ts";
import { countTry, forgetTries, type TriedFrom, trySucceeded } from "./store/sign-in-tries.ts";

const WINDOW_MINUTES = 15;
const MOST_FROM_ONE_ADDRESS = 10; // nobody mistypes more often
const MOST_FROM_ANYWHERE = 50; // from many addresses together: 200 guesses an hour, and common passwords are not allowed

/**
 * Slows down guessing the password of an account, from one address or many (OWASP ASVS 5, 6.3.1), without locking the
 * operator out: at an address where they signed in within a month only their own attempts count, and elsewhere a new
 * password lets them in right away. Accounts that do not exist are counted too, so a refusal reveals nothing.
 */
export function signInLimit({ db, now }: Services) {
  return {
    /** @throws APIError 429 when this attempt is over the limit */
    async count(email: unknown, headers: Headers | undefined): Promise<void> {
      const since = now() - WINDOW_MINUTES * 60_000;
      const { fromHere, fromAnywhere, succeededAt } = await countTry(db, await keys(email, headers), {
        now: now(),
        since,
        mostFromOne: MOST_FROM_ONE_ADDRESS,
      });
      const isStranger = succeededAt === null;
      if (fromHere > MOST_FROM_ONE_ADDRESS || (isStranger && fromAnywhere > MOST_FROM_ANYWHERE)) throw tooMany();
    },
    async succeeded(email: unknown, headers: Headers | undefined): Promise<void> {
      await trySucceeded(db, await keys(email, headers), now());
    },
    /** Resets the counts after a password was set through a mail: that was the operator, so earlier guesses do not matter. */
    async startAgain(email: string, headers: Headers | undefined): Promise<void> {
      const from = await keys(email, headers);
      await forgetTries(db, from.accountKey);
      await trySucceeded(db, from, now());
    },
  };
}

async function keys(email: unknown, headers: Headers | undefined): Promise<TriedFrom> {
  const account = typeof email === "string" ? email : "";
  const address = headers?.get("cf-connecting-ip") ?? ""; // set by Cloudflare
  return { accountKey: await accountKey(account), addressKey: await addressKey(account, address) };
}

function tooMany(): APIError {
  return new APIError("TOO_MANY_REQUESTS", {
    code: "TOO_MANY_TRIES",
    message: `Too many attempts to sign in. Wait ${WINDOW_MINUTES} minutes, or choose a new password with "Forgot your password?".`,
  });
}
