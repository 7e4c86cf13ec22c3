import type { FlowFor } from "../telephony/studio-flow.ts";
import type { SetupPart } from "./setup-parts.ts";

/** The settings of a number at its carrier that we read, change and put back, by name; "" means none. */
export type NumberSettings = Record<string, string>;

export type CarrierNumber = { id: string; settings: NumberSettings };

/** Something that a set-up has made at the carrier. A Studio flow has an address. */
export type Made = { id: string; address: string };

/** What has been made so far, by part. */
export type MadeParts = Partial<Record<SetupPart, Made>>;

/** What calls are to reach: our addresses, the agent's number (E.164), and how long the office rings. */
export type Target = FlowFor & { voiceUrl: string };

/** One kind of thing that a set-up makes. */
export type PartSide = {
  make: (mark: string, target: Target) => Promise<Made>;
  /** Updates what was made before, for example after a new token. */
  adapt: (made: Made, mark: string, target: Target) => Promise<void>;
  /** What was made with this mark; more than one if an answer was lost. */
  list: (mark: string) => Promise<Made[]>;
  /** Deletes it. It may be gone already. */
  unmake: (made: Made) => Promise<void>;
};

/**
 * A company's account at its carrier, as far as a set-up needs it. No request is retried automatically. Every function
 * throws a CarrierError if the carrier refuses or does not answer.
 */
export type CarrierSide = {
  /** The number in this account (E.164); null when the account does not have it. */
  find: (phoneNumber: string) => Promise<CarrierNumber | null>;
  read: (id: string) => Promise<CarrierNumber | null>;
  /** Writes these settings and leaves the others. */
  write: (id: string, changes: NumberSettings) => Promise<void>;
  parts: Partial<Record<SetupPart, PartSide>>;
  wanted: (target: Target, made: MadeParts) => NumberSettings;
  /** Settings because of which the carrier would ignore ours, so that the operator has to agree first. */
  inTheWay: (settings: NumberSettings) => string[];
};

/** Why the carrier did not do it. `status` is null if there was no answer; then we do not know what it did. */
export type CarrierFailure = { status: number | null; code: string; retryAfterSeconds: number | null };

export class CarrierError extends Error {
  override readonly name = "CarrierError";
  readonly failure: CarrierFailure;

  constructor(failure: CarrierFailure) {
    super(`the carrier answered ${failure.status ?? "nothing"} (${failure.code})`);
    this.failure = failure;
  }
}

/** Null if the carrier says that it is not there. */
export async function unlessGone<Value>(request: Promise<Value>): Promise<Value | null> {
  return request.catch((error: unknown) => {
    if (error instanceof CarrierError && error.failure.status === 404) return null;
    throw error;
  });
}

/** The carrier refused and did nothing. A gateway that timed out may have passed the request on. */
export function isCertain({ status }: CarrierFailure): boolean {
  return status !== null && status >= 400 && status < 500 && status !== 408;
}
