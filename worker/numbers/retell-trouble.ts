import type { RetellFailure } from "../retell/failure.ts";

export type Trouble = keyof typeof TROUBLES;

/**
 * Every cause for which a number is not connected, in the operator's words: what happened and what to do. `passes` tells
 * that it may go by itself, so that the job tries again before it gives up.
 */
export const TROUBLES = {
  bad_key: {
    passes: false,
    words:
      "The phone service did not accept our sign-in. Nothing is wrong with your details: write to us, then press Retry.",
  },
  no_payment: {
    passes: false,
    words:
      "The phone service takes no new numbers from us at the moment, because of our bill with it. Nothing is wrong with your details: write to us, then press Retry.",
  },
  already_imported: {
    passes: false,
    words:
      "This number is already set up at the phone service by somebody else, perhaps in an account of your own there. Remove it there, then press Retry.",
  },
  unreachable_trunk: {
    passes: false,
    words:
      "Your trunk's address did not answer. Compare the termination URI with the one your phone provider shows, then press Retry.",
  },
  wrong_credentials: {
    passes: false,
    words:
      "Your phone provider refused the trunk's user name or password. Enter both again as your provider shows them, then press Retry.",
  },
  invalid_trunk: {
    passes: false,
    words:
      "The trunk's address was not accepted. Enter the termination URI as your phone provider shows it, such as desert.pstn.twilio.com, then press Retry.",
  },
  invalid_number: {
    passes: false,
    words:
      "The phone service does not accept this number. Check it digit by digit; if one is wrong, remove the number and add it again.",
  },
  refused: {
    passes: false,
    words:
      "The phone service refused these details without a reason we know. Compare them with what your phone provider shows, then press Retry; if it stays, write to us.",
  },
  rate_limited: {
    passes: true,
    words: "The phone service is busy and asked us to wait. Press Retry in a few minutes.",
  },
  outage: {
    passes: true,
    words: "The phone service did not answer. Press Retry in a few minutes; your details are kept.",
  },
  password_lost: {
    passes: false,
    words: "Your trunk's password can no longer be read here. Enter it again, then press Retry.",
  },
  not_configured: {
    passes: true,
    words:
      "Connecting is not set up on our side yet. Nothing is wrong with your details: write to us, then press Retry.",
  },
} as const satisfies Record<string, { passes: boolean; words: string }>;

/** While the job goes on by itself. */
export const WAITING_WORDS = "It takes longer than usual: the phone service did not answer yet. We keep trying.";

/** Which cause a refusal of Retell's means. Its messages are free text: the words looked for are the cautious ones. */
export function troubleOf({ status, message }: Pick<RetellFailure, "status" | "message">): Trouble {
  if (status === null || status >= 500 || status === 408 || status === 409) return "outage";
  if (status === 401 || status === 403) return "bad_key";
  if (status === 402) return "no_payment";
  if (status === 429) return "rate_limited";
  if (status === 404 || status === 422) return "not_configured"; // it does not have the agent that we bind
  return MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? "refused";
}

const MESSAGES: [RegExp, Trouble][] = [
  [/already|exists|duplicate|in use|taken/i, "already_imported"],
  [/payment|billing|credit card|trial/i, "no_payment"],
  [/auth_|username|password|credential|unauthori[sz]ed/i, "wrong_credentials"],
  [/unreachable|resolve|dns|no route|timed? ?out|connect/i, "unreachable_trunk"],
  [/termination|trunk|transport/i, "invalid_trunk"],
  [/phone_number|phone number|e\.?164/i, "invalid_number"],
];
