import type { RetellFailure } from "../retell/failure.ts";

export type Trouble = keyof typeof TROUBLES;

/**
 * Every reason why a number may not be connected, in words for the operator: what happened and what to do. `passes` means
 * that the problem may go away by itself, so the job retries before it gives up.
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
      "The phone service is not accepting new numbers from us because of a problem with our bill. Nothing is wrong with your details: write to us, then press Retry.",
  },
  already_imported: {
    passes: false,
    words:
      "This number is already set up in another account at the phone service, perhaps one of yours. Remove it there, then press Retry.",
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
  none_available: {
    passes: false,
    words:
      "There is no free number with this area code at the moment. Try another area code, or leave it empty to get any number.",
  },
  number_lost: {
    passes: false,
    words: "The phone service no longer has this number. Remove it here, then get another one.",
  },
  refused: {
    passes: false,
    words:
      "The phone service refused these details for a reason we do not know. Compare them with what your phone provider shows, then press Retry. If it happens again, write to us.",
  },
  rate_limited: {
    passes: true,
    words: "The phone service is busy and asked us to wait. Press Retry in a few minutes.",
  },
  outage: {
    passes: true,
    words: "The phone service did not answer. Your details are saved. Press Retry in a few minutes.",
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

/** Shown while the job keeps trying. */
export const WAITING_WORDS =
  "This is taking longer than usual: the phone service has not answered yet. We keep trying.";

/** Works out the reason for a refusal by Retell. Its messages are free text, so we match only words that are unmistakable. */
export function troubleOf({ status, message }: Pick<RetellFailure, "status" | "message">): Trouble {
  if (status === null || status >= 500 || status === 408 || status === 409) return "outage";
  if (status === 401 || status === 403) return "bad_key";
  if (status === 402) return "no_payment";
  if (status === 429) return "rate_limited";
  if (status === 404 || status === 422) return "not_configured"; // it does not have the agent that we bind to
  return MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? "refused";
}

const MESSAGES: [RegExp, Trouble][] = [
  [/no (?:phone )?numbers?\b.*\bavailable|area.?code/i, "none_available"],
  [/already|exists|duplicate|in use|taken/i, "already_imported"],
  [/payment|billing|credit card|trial/i, "no_payment"],
  [/auth_|username|password|credential|unauthori[sz]ed/i, "wrong_credentials"],
  [/unreachable|resolve|dns|no route|timed? ?out|connect/i, "unreachable_trunk"],
  [/termination|trunk|transport/i, "invalid_trunk"],
  [/phone_number|phone number|e\.?164/i, "invalid_number"],
];
