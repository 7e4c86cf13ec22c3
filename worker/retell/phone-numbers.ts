import type Retell from "retell-sdk";
import type {
  PhoneNumberCreateParams,
  PhoneNumberImportParams,
  PhoneNumberResponse,
  PhoneNumberUpdateParams,
} from "retell-sdk/resources/phone-number";
import { everyPage } from "./every-page.ts";
import { failureOf, type RetellFailure } from "./failure.ts";

export type NumberAtRetell = PhoneNumberResponse;

export type RetellAnswer<Value> =
  | { kind: "done"; value: Value }
  | { kind: "failed"; failure: RetellFailure }
  /** Retell does not have it: 422 according to its documentation, 404 in practice at times. */
  | { kind: "absent"; failure: RetellFailure };

/** Counts a request under the name `retell.` plus the request's name. */
export type CountCall = (what: string) => Promise<void>;

/**
 * A company's phone numbers at Retell; the E.164 number is the id (Retell contract 5.4). Requests are not retried, and
 * errors from Retell are returned, not thrown.
 */
export function numbersAtRetell(client: Retell, count: CountCall, now: () => number) {
  const ask = async <Value>(what: string, request: () => Promise<Value>): Promise<RetellAnswer<Value>> => {
    await count(`retell.${what}`);
    try {
      return { kind: "done", value: await request() };
    } catch (error) {
      const failure = failureOf(error, now());
      return { kind: failure.status === 404 || failure.status === 422 ? "absent" : "failed", failure };
    }
  };
  return {
    get: (number: string) => ask("get", () => client.phoneNumber.retrieve(number)),
    list: () => ask("list", () => everyNumberAtRetell(client)),
    create: (body: PhoneNumberCreateParams) => ask("create", () => client.phoneNumber.create(body)),
    import: (body: PhoneNumberImportParams) => ask("import", () => client.phoneNumber.import(body)),
    update: (number: string, body: PhoneNumberUpdateParams) =>
      ask("update", () => client.phoneNumber.update(number, body)),
    remove: (number: string) => ask("delete", () => client.phoneNumber.delete(number)),
  };
}

export type NumbersAtRetell = ReturnType<typeof numbersAtRetell>;

/** Every number of the workspace, whoever it belongs to. Throws when Retell does not answer. */
export function everyNumberAtRetell(client: Retell): Promise<NumberAtRetell[]> {
  return everyPage((next) => client.phoneNumber.list({ limit: 1000, ...next }));
}
