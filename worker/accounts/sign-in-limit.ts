import { APIError } from "better-auth/api";
import type { Services } from "../services.ts";
import { accountKey, addressKey } from "./account-key.ts";
import { countTry, forgetTries, type TriedFrom, trySucceeded } from "./store/sign-in-tries.ts";

const WINDOW_MINUTES = 15;
const MOST_FROM_ONE_ADDRESS = 10; // nobody mistypes more often
const MOST_FROM_ANYWHERE = 50; // guesses from many addresses at once: 200 an hour, of passwords that are not common ones

/**
 * Slows down who guesses the password of one account, from one address or from many (OWASP ASVS 5, 6.3.1). Its operator
 * is not locked out by that: where he has signed in within a month only his own tries count, and elsewhere a new password
 * lets him in at once. An account that does not exist is counted alike, so a refusal tells nothing.
 */
export function signInLimit({ db, now }: Services) {
  return {
    /** @throws APIError 429 when this try is one too many */
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
    /** After a new password was set through the mail: whoever did that is the operator, and what was guessed is void. */
    async startAgain(email: string, headers: Headers | undefined): Promise<void> {
      const from = await keys(email, headers);
      await forgetTries(db, from.accountKey);
      await trySucceeded(db, from, now());
    },
  };
}

async function keys(email: unknown, headers: Headers | undefined): Promise<TriedFrom> {
  const account = typeof email === "string" ? email : "";
  const address = headers?.get("cf-connecting-ip") ?? ""; // Cloudflare writes the header itself
  return { accountKey: await accountKey(account), addressKey: await addressKey(account, address) };
}

function tooMany(): APIError {
  return new APIError("TOO_MANY_REQUESTS", {
    code: "TOO_MANY_TRIES",
    message: `Too many tries to sign in. Wait ${WINDOW_MINUTES} minutes, or choose a new password: "Forgot your password?"`,
  });
}
