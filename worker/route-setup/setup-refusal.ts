import { AppError } from "../lib/errors.ts";
import { log } from "../lib/log.ts";
import type { Carrier } from "../telephony/carriers.ts";
import type { CarrierFailure } from "./carrier-side.ts";
import { CARRIER_WORDS, SETUP_TROUBLES, type SetupTrouble, settingWords, setupTroubleOf } from "./setup-words.ts";

/** Why a try stopped before its end. */
export class SetupStopped extends Error {
  readonly trouble: SetupTrouble;
  readonly retryAfterSeconds: number | null;

  constructor(trouble: SetupTrouble, retryAfterSeconds: number | null = null) {
    super(trouble);
    this.trouble = trouble;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A carrier's refusal: for the log without numbers, for the operator in words. */
export function stoppedBy(carrier: Carrier, failure: CarrierFailure): SetupStopped {
  log("carrier_refused", { carrier, status: failure.status, code: failure.code });
  return new SetupStopped(setupTroubleOf(failure), failure.retryAfterSeconds);
}

export function refusalOf(carrier: Carrier, { trouble, retryAfterSeconds }: SetupStopped): AppError {
  const words = SETUP_TROUBLES[trouble](CARRIER_WORDS[carrier].name);
  return new AppError(409, "carrier_trouble", words, {
    extra: { cause: trouble },
    ...(retryAfterSeconds !== null && { retryAfterSeconds }),
  });
}

/** Asks the operator to agree, because with these settings the carrier would ignore ours. */
export function asksForYes(carrier: Carrier, names: string[]): AppError {
  const { name } = CARRIER_WORDS[carrier];
  const words =
    carrier === "twilio"
      ? `This number has ${settingWords(names)} at Twilio, and Twilio ignores a number's voice address as long as it does. Agree to take it off; undoing puts it back.`
      : `This number has ${settingWords(names)} at ${name} already. Agree to replace it; undoing puts it back.`;
  return new AppError(409, "needs_confirmation", words, { extra: { in_the_way: names } });
}

/** Refuses because somebody else has changed the number since, and their change counts. */
export function changedSince(carrier: Carrier, names: string[]): AppError {
  const { name } = CARRIER_WORDS[carrier];
  return new AppError(
    409,
    "changed_since",
    `Somebody has changed this number at ${name} since we set it up: ${settingWords(names)}. We changed nothing. Put it right in ${name}'s console, or leave it as it is there and forget the set-up here.`,
    { extra: { changed: names } },
  );
}

export function busy(): AppError {
  return new AppError(409, "conflict", "This number is being set up at this moment. Try again in a minute.", {
    retryAfterSeconds: 60,
  });
}

export function missingAccount(carrier: Carrier): AppError {
  const { name } = CARRIER_WORDS[carrier];
  return new AppError(
    409,
    "not_configured",
    `Enter your ${name} account and its API key again. They are needed to undo this.`,
  );
}

/** Refuses to remove or change what a set-up depends on before it is undone. */
export function setUpInPlace(carrier: Carrier): AppError {
  const { name } = CARRIER_WORDS[carrier];
  return new AppError(
    409,
    "set_up_in_place",
    `We have set this number up at ${name}. Undo the automatic set-up first, so that ${name} has its former settings back.`,
  );
}
