import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { SUN_CITY_EXPRESS as CITY, SUN_COAST_SHUTTLE as COAST } from "../../drizzle/seed/companies.ts";
import { ask, fromRetell, seededDatabase, send } from "../testing/app.ts";
import { watchedDatabase } from "../testing/watched-database.ts";

// The day of the fixtures, at noon in Phoenix: RES-20261126-… are today's rides.
const NOON = Date.parse("2026-11-26T19:00:00Z");
const HOUR = 3_600_000;
const PATH = "/retell/tools/check_reservation";

type Answer = Record<string, unknown> & { found: boolean };

beforeEach(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  await seededDatabase(NOON);
  return () => vi.useRealTimers();
});

async function answer(...question: Parameters<typeof ask>): Promise<Answer> {
  const response = await ask(...question);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text.length).toBeLessThanOrEqual(15_000);
  return JSON.parse(text);
}

/** Gives Sun Coast's booking a number that was only counted up, so that its date does not follow from it. */
async function countedUp(from = "RES-20261126-0012", to = "48213"): Promise<{ confirmation_number: string }> {
  await change(
    "UPDATE reservations SET confirmation_number = ?, confirmation_key = ? WHERE user_id = ? AND confirmation_number = ?",
    ...[to, to, COAST.user.id, from],
  );
  return { confirmation_number: to };
}

const city = (args: object, call: object = {}) => answer(CITY.phoneNumber, args, call);
const coast = (args: object, call: object = {}) => answer(COAST.phoneNumber, args, call);

async function change(statement: string, ...values: unknown[]): Promise<void> {
  await env.DB.prepare(statement)
    .bind(...values)
    .run();
}

describe("a reservation is found", () => {
  it("by its confirmation number, with every field spoken in the company's zone", async () => {
    expect(await city({ confirmation_number: "RES-20261126-0012" })).toEqual({
      found: true,
      summary:
        "Reservation RES-20261126-0012 for Wen Bauer is confirmed. The pick-up is today at 9:20 PM at Phoenix Sky Harbor Terminal 4. It goes to Casino del Sol, 5655 W Valencia Rd. Flight UA 598, terminal T3. The driver is Samira Aziz.",
      confirmation_number: "RES-20261126-0012",
      customer_name: "Wen Bauer",
      status: "confirmed",
      pickup_time: "today at 9:20 PM",
      dropoff_time: "today at 10:35 PM",
      flight_time: "today at 11:20 PM",
      pickup_address: "Phoenix Sky Harbor Terminal 4",
      dropoff_location: "Casino del Sol, 5655 W Valencia Rd",
      terminal: "T3",
      direction: "from airport",
      flight_info: "UA 598",
      special_instructions: "Wheelchair, needs ramp",
      vehicle_assigned: "",
      driver_assigned: "Samira Aziz",
      num_passengers: 4,
      within_business_hours: true,
      business_hours_note: expect.stringContaining("open until 10 PM"),
      data_fresh: true,
      data_as_of: "noon today",
      driver_phone: "+15205550164",
      transfer_available: true,
      transfer_reason: "The driver can be connected.",
      other_reservations: [],
    });
  });

  it.each([
    "res-20261126-0012",
    "RES202611260012",
    "R E S, 20261126 dash 0012",
    "r.e.s. 2026 1126 - 0012",
    "R E S two zero two six one one two six dash zero zero one two",
    "res two oh two six double one two six dash double zero twelve",
    "R E S twenty twenty-six eleven twenty-six dash zero zero twelve",
    "ＲＥＳ－20261126－0012",
    "R as in Robert, E as in Edward, S as in Sam, 20261126 dash double zero twelve",
    "uh, it's R E S 20261126 dash 0013, no, sorry, 1 2",
    "R E S dash to zero to six double one to six dash zero zero one to and my name is Wen Bauer",
    "erre e ese veinte veintiséis once veintiséis guion doble cero doce",
  ])("however the number is spoken or typed: %s", async (said) => {
    expect(await city({ confirmation_number: said })).toMatchObject({ found: true, customer_name: "Wen Bauer" });
  });

  it("even if a spreadsheet lost its leading zeros, unless another booking fits", async () => {
    const rename = (to: string, from: string) =>
      change(
        "UPDATE reservations SET confirmation_number = ?, confirmation_key = ? WHERE user_id = ? AND confirmation_number = ?",
        ...[to, to, CITY.user.id, from],
      );
    await rename("123", "RES-20261126-0012");
    for (const said of ["00123", "zero zero one two three", "cero cero ciento veintitrés"])
      expect(await city({ confirmation_number: said }), said).toMatchObject({ confirmation_number: "123" });
    await rename("0123", "RES-20261129-0007");
    expect(await city({ confirmation_number: "00123" })).toMatchObject({
      found: false,
      message: expect.stringContaining("one digit or letter at a time"),
    });
    expect(await city({ confirmation_number: "zero one two three" })).toMatchObject({ confirmation_number: "0123" });
  });

  it("but if what was said fits two bookings, the agent asks", async () => {
    await change("UPDATE reservations SET confirmation_key = '206' WHERE confirmation_number = 'RES-20261126-0012'");
    expect(await city({ confirmation_number: "twenty, six" })).toMatchObject({ customer_name: "Wen Bauer" });
    await change("UPDATE reservations SET confirmation_key = '26' WHERE confirmation_number = 'RES-20261129-0007'");
    const asked = await city({ confirmation_number: "twenty, six" });
    expect(asked).toMatchObject({ found: false, message: expect.stringContaining("More than one") });
    expect(JSON.stringify(asked)).not.toMatch(/RES-|Bauer/);
  });

  it.each(["RES-20261126-12", "R E S, 20261126 dash 1", "20261126-0012", "RES-20261126-00012", "RES-20261126-0O12"])(
    "but nothing is guessed: %s",
    async (said) => {
      const missed = await city({ confirmation_number: said });
      expect(missed).toMatchObject({ found: false, message: expect.stringContaining("with every zero") });
      expect(missed).not.toHaveProperty("customer_name");
    },
  );

  it.each([
    "+16025550111",
    "602-555-0111",
    "(602) 555 0111",
    "1 602.555.0111",
    "6025550111",
    6025550111,
    "six oh two five five five zero one one one",
    "area code six oh two, triple five, oh one eleven",
    "seis cero dos, cinco cinco cinco, cero ciento once",
  ])("by its telephone, however it is written: %s", async (telephone) => {
    expect(await city({ telephone })).toMatchObject({ found: true, customer_name: "Wen Bauer" });
  });

  it("by telephone, with the next ride first and the others in short", async () => {
    const numbers = ["RES-20261129-0007", "RES-20261206-0009", "RES-20261123-0060", "RES-20261128-0005"];
    for (const number of numbers)
      await change("UPDATE reservations SET phone_e164 = '+16025550111' WHERE confirmation_number = ?", number);
    const found = await city({ telephone: "602 555 0111" });
    expect(found.confirmation_number).toBe("RES-20261126-0012");
    expect(found.other_reservations).toEqual([
      "RES-20261128-0005: pick-up Saturday, November 28 at 2:35 AM",
      "RES-20261206-0009: pick-up Sunday, December 6 at 2:05 PM",
      "RES-20261129-0007: cancelled, was pick-up Sunday, November 29 at 6:20 PM",
      "RES-20261123-0060: pick-up Monday, November 23 at 12:40 PM",
    ]);
  });

  it("and the agent says if it is cancelled or past, without a transfer", async () => {
    const cancelled = await city({ confirmation_number: "RES-20261129-0007" });
    expect(cancelled).toMatchObject({ status: "cancelled", transfer_available: false, driver_phone: "" });
    expect(cancelled.summary).toContain("is cancelled");
    const past = await city({ confirmation_number: "RES-20261123-0060" });
    expect(past.summary).toContain("lies in the past. The pick-up was due Monday, November 23 at 12:40 PM");
    expect(past).toMatchObject({ transfer_available: false, driver_phone: "" });
  });

  it("while two numbers that differ only in punctuation are never taken for each other", async () => {
    await change(
      "UPDATE reservations SET confirmation_number = 'RES-2026112-60012', confirmation_key = 'RES202611260012' WHERE user_id = ? AND confirmation_number = 'RES-20261129-0007'",
      CITY.user.id,
    );
    expect(await city({ confirmation_number: "RES202611260012" })).toMatchObject({
      found: false,
      message: expect.stringContaining("More than one"),
    });
    expect(await city({ confirmation_number: "res-20261126-0012" })).toMatchObject({ customer_name: "Wen Bauer" });
  });
});

describe("the driver is offered only", () => {
  const wen = { confirmation_number: "RES-20261126-0012" };
  const isRefused = async (reason: string) => {
    expect(await city(wen)).toMatchObject({
      found: true,
      driver_phone: "",
      transfer_available: false,
      transfer_reason: expect.stringContaining(reason),
    });
  };

  it("when the company allows it", async () => {
    await change("UPDATE tenant_config SET transfer_enabled = 0 WHERE user_id = ?", CITY.user.id);
    await isRefused("does not connect");
  });

  it("when the list is younger than a day", async () => {
    vi.setSystemTime(NOON + 24 * HOUR - 1000);
    expect(await city({ confirmation_number: "RES-20261127-0010" })).toMatchObject({ data_fresh: true });
    vi.setSystemTime(NOON + 24 * HOUR);
    const stale = await city({ confirmation_number: "RES-20261127-0010" });
    expect(stale).toMatchObject({
      data_fresh: false,
      data_as_of: "noon yesterday",
      transfer_available: false,
      driver_phone: "",
    });
  });

  it("when the booking has a driver, and that one driver has a phone", async () => {
    await change("UPDATE drivers SET phone_e164 = NULL WHERE user_id = ? AND name = 'Samira Aziz'", CITY.user.id);
    await isRefused("no phone number");
    await change(
      "UPDATE drivers SET name_key = 'samira aziz', phone_e164 = '+15205550199' WHERE user_id = ? AND name = 'Luis Ortega'",
      CITY.user.id,
    );
    await isRefused("not clear which driver");
    await change(
      "UPDATE reservations SET driver_assigned = NULL, driver_key = NULL WHERE user_id = ? AND confirmation_number = 'RES-20261126-0012'",
      CITY.user.id,
    );
    await isRefused("No driver is assigned");
  });

  it("to the number in the ride's own row only when the driver is not in the list of drivers", async () => {
    await change(
      "UPDATE reservations SET driver_phone_e164 = '+15205550188' WHERE user_id = ? AND confirmation_number = 'RES-20261126-0012'",
      CITY.user.id,
    );
    expect((await city(wen)).driver_phone).not.toBe("+15205550188");
    await change(
      "UPDATE drivers SET name_key = 'samira azizi' WHERE user_id = ? AND name = 'Samira Aziz'",
      CITY.user.id,
    );
    expect(await city(wen)).toMatchObject({ transfer_available: true, driver_phone: "+15205550188" });
    await change("UPDATE tenant_config SET transfer_enabled = 0 WHERE user_id = ?", CITY.user.id);
    expect(await city(wen)).toMatchObject({ transfer_available: false, driver_phone: "" });
  });
});

describe("a company that asks for a second fact", () => {
  const number = { confirmation_number: "RES-20261126-0012" };
  const name = "Celia Tanaka";

  it("accepts the caller's own phone, the last name or the pick-up date", async () => {
    const { customer_name } = await coast(number, { from_number: "+16025550111" });
    expect(await coast({ ...number, last_name: String(customer_name).split(" ")[1] })).toMatchObject({ found: true });
    const counted = await countedUp();
    for (const pickup_date of [
      "2026-11-26",
      "November 26th",
      "11/26/2026",
      "today",
      "this Thursday",
      "the 26th",
      "hoy",
    ]) {
      expect(await coast({ ...counted, pickup_date }), pickup_date).toMatchObject({ found: true });
    }
    expect(customer_name).toBe(name);
  });

  it("gives the same words for a real and an invented number until it has one", async () => {
    const real = await coast(number);
    expect(real).toMatchObject({ found: false, verification_required: true });
    expect(await coast({ confirmation_number: "RES-20990101-0001" })).toEqual(real);
  });

  it("asks for what it would accept: with a number also the telephone, with a telephone also the number", async () => {
    const asked = async (args: object) => String((await coast(args)).message);
    expect(await asked({ confirmation_number: "48213" })).toMatch(
      /the last name on the reservation, the pick-up date or the phone number on it/,
    );
    const beside = await asked({ telephone: "602 555 0111" });
    expect(beside).toMatch(/the last name on the reservation or the confirmation number/);
    expect(await asked({ telephone: "602 555 0199" })).toBe(beside);
  });

  it("asks for no date that the number tells, and does not accept it, for a real or an invented booking", async () => {
    const asked = await coast(number);
    expect(asked.message).toMatch(/: the last name on the reservation or the phone number on it/);
    for (const confirmation_number of ["RES-20261126-0012", "RES-20261126-9900"])
      for (const pickup_date of ["2026-11-26", "November 26th", "today", "tomorrow"])
        expect(await coast({ confirmation_number, pickup_date }), pickup_date).toEqual(asked);
    expect(await coast({ ...number, last_name: name.split(" ")[1] })).toMatchObject({ found: true });
  });

  it("does not accept a date beside a telephone", async () => {
    for (const pickup_date of ["today", "2026-11-26"])
      expect(await coast({ telephone: "602 555 0111", pickup_date })).toMatchObject({
        found: false,
        verification_required: true,
      });
    expect(await coast({ telephone: "602 555 0111", last_name: name.split(" ")[1] })).toMatchObject({ found: true });
  });

  it("accepts the telephone on the booking together with its number, and counts one that does not match as a miss", async () => {
    expect(await coast({ ...number, telephone: "six oh two, five five five, oh one eleven" })).toMatchObject({
      found: true,
      customer_name: name,
    });
    const wrong = await coast({ ...number, telephone: "602 555 0199" });
    expect(wrong).toMatchObject({ found: false, message: expect.stringContaining("No reservation was found") });
    const invented = { confirmation_number: "RES-20990101-0001", telephone: "602 555 0111" };
    expect(await coast(invented)).toEqual(wrong);
    for (let n = 0; n < 3; n++) await coast({ ...number, telephone: `602 555 019${n}` });
    expect(await coast({ ...number, telephone: "602 555 0111" })).toMatchObject({ found: false, locked: true });
  });

  it("refuses a wrong one, and a first name alone", async () => {
    const counted = await countedUp();
    for (const wrong of [
      { last_name: "Nobody" },
      { last_name: "Celia" },
      { pickup_date: "2026-11-27" },
      { pickup_date: "next Thursday" },
    ]) {
      expect(await coast({ ...counted, ...wrong })).toMatchObject({
        found: false,
        message: expect.stringContaining("No reservation was found"),
      });
    }
  });
});

it("a date that cannot be read is asked for again and is no miss", async () => {
  for (let n = 0; n < 6; n++) {
    const asked = await coast({ confirmation_number: "48213", pickup_date: "soon" });
    expect(asked).toMatchObject({
      found: false,
      verification_required: true,
      message: expect.stringMatching(/could not be understood.*as month and day/),
    });
  }
});

it("on a desk phone with a hundred bookings, the one with the given number is found", async () => {
  const copy = `INSERT INTO reservations (id, user_id, import_id, confirmation_number, confirmation_key, customer_name, phone_e164, pickup_at, timezone, status)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)
    SELECT 'hotel' || i, user_id, import_id, 'HTL-' || i, 'HTL' || i, 'Guest ' || i, '+16025550111', pickup_at + i * 60000, timezone, 'confirmed'
    FROM n JOIN reservations r ON r.user_id = ? AND r.confirmation_number = 'RES-20261126-0012'`;
  await change(copy, CITY.user.id);
  expect(await city({ confirmation_number: "HTL-149", telephone: "602 555 0111" })).toMatchObject({
    customer_name: "Guest 149",
  });
});

describe("minutes after the pick-up time", () => {
  it("the passenger hears where the driver is, and can be connected", async () => {
    vi.setSystemTime(Date.parse("2026-11-27T04:32:00Z")); // 9:32 PM; the pick-up was due at 9:20 PM
    const late = await city({ confirmation_number: "RES-20261126-0012" });
    expect(late).toMatchObject({ transfer_available: true, driver_phone: "+15205550164" });
    expect(late.summary).toContain("is confirmed. The pick-up was due today at 9:20 PM");
    expect(late.summary).toContain("The driver is Samira Aziz.");
    await change(
      "UPDATE reservations SET status = 'en_route' WHERE user_id = ? AND confirmation_number = 'RES-20261126-0012'",
      CITY.user.id,
    );
    expect((await city({ confirmation_number: "RES-20261126-0012" })).summary).toContain("has its driver on the way");
  });
});

describe("guessing", () => {
  const guess = (n: number, call: object) =>
    coast({ confirmation_number: `RES-20261126-9${n}00`, last_name: "Guess" }, call);

  it("ends after five misses in an hour, only for that caller and company", async () => {
    for (let n = 0; n < 5; n++) expect(await guess(n, {})).not.toHaveProperty("locked");
    const known = await countedUp();
    const locked = await coast({ ...known, pickup_date: "today" });
    expect(locked).toMatchObject({ found: false, locked: true, message: expect.stringContaining("take a message") });
    expect(await coast({ ...known, pickup_date: "today" }, { from_number: "+14805550111" })).toMatchObject({
      found: true,
    });
    expect(await city({ confirmation_number: "RES-20261126-0012" })).toMatchObject({ found: true });
    vi.setSystemTime(NOON + HOUR + 1);
    expect(await coast({ ...known, pickup_date: "today" })).toMatchObject({ found: true });
  });

  it("with a stranger's telephone beside the guess is counted all the same, and says that the number fits nothing", async () => {
    const guessed = { confirmation_number: "RES-20261126-9999", telephone: "602 555 0111" };
    const heard = await city(guessed);
    expect(heard).toMatchObject({ found: true, confirmation_number: "RES-20261126-0012" });
    expect(heard.summary).toMatch(
      /^There is no reservation with the number RES-20261126-9999, but one under that telephone/,
    );
    for (let n = 0; n < 4; n++) await city(guessed);
    expect(await city(guessed)).toMatchObject({ found: false, locked: true });
  });

  it("by a withheld number is counted by call", async () => {
    const hidden = { from_number: "anonymous", call_id: "call_hidden" };
    for (let n = 0; n < 5; n++) await guess(n, hidden);
    expect(await guess(6, hidden)).toMatchObject({ locked: true });
    expect(await guess(6, { ...hidden, call_id: "call_other" })).not.toHaveProperty("locked");
  });

  it("by twenty withheld callers locks no other withheld caller", async () => {
    for (let n = 0; n < 20; n++) await guess(n % 10, { from_number: "anonymous", call_id: `call_hidden_${n}` });
    const known = { confirmation_number: "RES-20261126-0012", last_name: "Tanaka" };
    expect(await coast(known, { from_number: "anonymous", call_id: "call_new" })).toMatchObject({ found: true });
  });

  it("ten times in a day ends for the day", async () => {
    for (let n = 0; n < 10; n++) {
      if (n === 5) vi.setSystemTime(NOON + 2 * HOUR);
      await guess(n % 10, {});
    }
    vi.setSystemTime(NOON + 4 * HOUR);
    const known = { confirmation_number: "RES-20261126-0012", last_name: "Tanaka" };
    expect(await coast(known)).toMatchObject({ locked: true });
    expect(await coast(known, { from_number: "+14805550111" })).toMatchObject({ found: true });
    vi.setSystemTime(NOON + 27 * HOUR);
    expect(await coast(known)).toMatchObject({ found: true });
  });

  it("forty times at the same moment passes no more than five times", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => guess(n % 10, { call_id: `call_${n}` })));
    expect(answers.filter(({ locked }) => locked)).toHaveLength(35);
    expect(await coast({ confirmation_number: "RES-20261126-0012", last_name: "Tanaka" })).toMatchObject({
      locked: true,
    });
  });

  it("with numbers that exist passes no more than five at the same moment", async () => {
    const { results } = await env.DB.prepare(
      "SELECT confirmation_number AS n FROM reservations WHERE user_id = ? LIMIT 40",
    )
      .bind(CITY.user.id)
      .all<{ n: string }>();
    const answers = await Promise.all(results.map(({ n }) => city({ confirmation_number: n })));
    expect(answers.filter(({ found }) => found).length).toBeLessThanOrEqual(5);
  });

  it("is counted as one look-up in one round trip, even when the database cannot record how it ended", async () => {
    const { d1, trips } = watchedDatabase(env.DB);
    const mute = new Proxy(d1, {
      get: (db, name) => {
        if (name === "prepare") return (text: string) => db.prepare(/^(update|delete)/.test(text) ? "oops" : text);
        const value = Reflect.get(db, name);
        return typeof value === "function" ? value.bind(db) : value;
      },
    });
    const missed = { confirmation_number: "RES-20261126-9900", last_name: "Guess" };
    for (let n = 0; n < 5; n++) await answer(COAST.phoneNumber, missed, {}, { DB: mute });
    expect(trips.filter(([first]) => first?.startsWith("INSERT"))).toHaveLength(5);
    expect(await coast(missed)).toMatchObject({ locked: true });
  });
});

describe("hearing bookings", () => {
  /** Ten passengers' bookings and one more, as many as the list has. */
  const numbersOf = async (company: string, limit: number): Promise<string[]> => {
    const distinct =
      "SELECT min(confirmation_number) AS n FROM reservations WHERE user_id = ? GROUP BY customer_name, phone_e164 LIMIT ?";
    const { results } = await env.DB.prepare(distinct).bind(company, limit).all<{ n: string }>();
    return results.map(({ n }) => n);
  };
  const mails = async () =>
    (await env.DB.prepare("SELECT subject, recipient FROM outgoing_mail WHERE user_id = ?").bind(CITY.user.id).all())
      .results;
  const events = async () =>
    (
      await env.DB.prepare("SELECT action FROM audit_events WHERE user_id = ? AND actor = 'look-ups'")
        .bind(CITY.user.id)
        .all()
    ).results;

  it("of ten passengers in an hour is allowed to one caller; the operator is told once about a caller who asks for more", async () => {
    const numbers = await numbersOf(CITY.user.id, 13);
    for (const confirmation_number of numbers.slice(0, 10))
      expect(await city({ confirmation_number }), confirmation_number).toMatchObject({ found: true });
    expect(await events()).toEqual([]);
    for (const confirmation_number of numbers.slice(10))
      expect(await city({ confirmation_number })).toMatchObject({ found: false, locked: true });
    expect(await city({ confirmation_number: numbers[0] })).toMatchObject({ found: true }); // heard already
    expect(await city({ confirmation_number: numbers[11] }, { from_number: "+14805550111" })).toMatchObject({
      found: true,
    });
    expect(await events()).toEqual([{ action: "look_ups.caller_stopped" }]);
    expect(await mails()).toEqual([
      { subject: "A caller asked for the bookings of many passengers", recipient: CITY.user.email },
    ]);
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM audit_events WHERE user_id = ?").bind(COAST.user.id).first("n"),
    ).toBe(0);
  });

  it("of one passenger again and again is no reason to stop", async () => {
    for (let n = 0; n < 30; n++)
      expect(await city({ confirmation_number: "RES-20261126-0012" })).toMatchObject({ found: true });
    const rows = env.DB.prepare("SELECT count(*) AS n FROM lookup_misses WHERE user_id = ?").bind(CITY.user.id);
    expect(await rows.first("n")).toBe(1);
  });
});

describe("when all callers of a company together miss too much", () => {
  const already = async (company: string, rows: number, result: string, minutes = 30) =>
    change(
      `INSERT INTO lookup_misses (id, user_id, caller, missed_at, result, person)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
       SELECT 'before' || i, ?2, 'caller' || i, ?3, ?4, CASE WHEN ?4 = 'heard' THEN 'person' || i END FROM n`,
      ...[rows, company, NOON - minutes * 60_000, result],
    );
  const named = { confirmation_number: "RES-20261126-0012", last_name: "Tanaka" };

  it("two details are asked for, the caller's own phone stays enough, and the operator is told", async () => {
    await already(COAST.user.id, 100, "missed");
    expect(await coast(named)).toMatchObject({ found: false, verification_required: true });
    expect(await coast({ ...named, last_name: "Wrong" })).toEqual(await coast(named));
    expect(await coast({ ...named, telephone: "602 555 0111" })).toMatchObject({ found: true });
    expect(await coast({ telephone: "602 555 0111" }, { from_number: "+16025550111" })).toMatchObject({ found: true });
    const told = await env.DB.prepare("SELECT recipient, subject FROM outgoing_mail").all();
    expect(told.results).toEqual([{ recipient: COAST.user.email, subject: expect.stringContaining("guessing") }]);
    expect(await city({ confirmation_number: "RES-20261126-0012" })).toMatchObject({ found: true });
  });

  it("a company that asks for the number alone asks for one detail", async () => {
    await already(CITY.user.id, 100, "missed");
    expect(await city({ confirmation_number: "RES-20261126-0012" })).toMatchObject({ verification_required: true });
    expect(await city({ confirmation_number: "RES-20261126-0012", last_name: "Bauer" })).toMatchObject({ found: true });
  });

  it("the same holds when far more bookings are heard in an hour than usual", async () => {
    await already(CITY.user.id, 120, "heard");
    expect(await city({ confirmation_number: "RES-20261126-0012" })).toMatchObject({ verification_required: true });
    expect(await city({ telephone: "602 555 0111" }, { from_number: "+16025550111" })).toMatchObject({ found: true });
  });

  it("dates that were missed make dates worthless first, in the question too", async () => {
    const counted = await countedUp();
    await already(COAST.user.id, 5, "date_missed");
    const asked = await coast({ ...counted, pickup_date: "today" });
    expect(asked).toMatchObject({ found: false, verification_required: true });
    expect(asked.message).not.toContain("date");
    expect(await coast({ ...counted, last_name: "Tanaka" })).toMatchObject({ found: true });
  });

  it("look-ups wait longer and longer after each miss, but not for ever", async () => {
    const both = { ...named, telephone: "602 555 0111" };
    await already(COAST.user.id, 160, "missed", 0);
    expect(await coast(both)).toMatchObject({ found: false, locked: true });
    vi.setSystemTime(NOON + 50_000);
    expect(await coast(both)).toMatchObject({ locked: true });
    expect(await coast({ telephone: "602 555 0111" }, { from_number: "+16025550111" })).toMatchObject({ found: true });
    vi.setSystemTime(NOON + 61_000);
    expect(await coast(both)).toMatchObject({ found: true });
  });
});

describe("arguments", () => {
  it.each([
    {},
    { confirmation_number: "" },
    { confirmation_number: null, telephone: "  " },
    { confirmation_number: "{{confirmation}}" },
    { confirmation_number: "---" },
  ])("with nothing usable (%j) make the agent ask", async (args) => {
    expect(await city(args)).toMatchObject({ found: false, message: expect.stringContaining("confirmation number") });
  });

  it("with half a telephone number make the agent ask again", async () => {
    expect(await city({ telephone: "555" })).toMatchObject({
      found: false,
      message: expect.stringContaining("area code"),
    });
  });

  it.each([
    { confirmation_number: ["RES-1"] },
    { telephone: { number: 5 } },
    { last_name: true },
    { confirmation_number: "x".repeat(201) },
  ])("of a wrong type (%j) are refused with the field named", async (args) => {
    const response = await ask(CITY.phoneNumber, args);
    expect(response.status).toBe(400);
    const [field = ""] = Object.keys(args);
    expect(await response.json()).toMatchObject({
      error: { code: "validation_failed", fields: { [field]: expect.any(String) } },
    });
  });

  it.each([[[]], ["text"], [{ args: {}, call: { to_number: CITY.phoneNumber } }], [{ call: 5 }]])(
    "in a body that is no tool call (%j) are refused",
    async (body) => {
      expect((await send(await fromRetell(PATH, JSON.stringify(body)))).status).toBe(400);
    },
  );

  it("may carry plain business hours, as the webhook sent them; nonsense is ignored", async () => {
    const wen = { confirmation_number: "RES-20261126-0012" };
    expect(await city({ ...wen, business_hours_start: 13, business_hours_end: "20" })).toMatchObject({
      within_business_hours: false,
    });
    expect(await city({ ...wen, business_hours_start: "99", business_hours_end: "-1" })).toMatchObject({
      within_business_hours: true,
    });
  });
});

describe("between companies", () => {
  const number = { confirmation_number: "RES-20261126-0012" };

  it("the same number and phone belong to other people, and each line hears its own", async () => {
    const a = await city(number, { from_number: "+16025550111" });
    const b = await coast(number, { from_number: "+16025550111" });
    expect(a.customer_name).toBe("Wen Bauer");
    expect(b.found).toBe(true);
    expect(b.customer_name).not.toBe(a.customer_name);
    expect(b.driver_phone).toBe("+13105550174"); // the driver of the same name at the other company
    expect(a.driver_phone).toBe("+15205550164");
  });

  it.each([
    ["an argument", { args: { user_id: CITY.user.id }, metadata: undefined }],
    ["the call's metadata", { args: {}, metadata: { tenant_id: CITY.user.id } }],
  ])("%s naming the other company is refused, logged, and tells nothing", async (_, { args, metadata }) => {
    const log = vi.spyOn(console, "log");
    const response = await ask(COAST.phoneNumber, { ...number, ...args }, { from_number: "+16025550111", metadata });
    expect(response.status).toBe(403);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: "tenant_mismatch" } });
    expect(text).not.toMatch(/Wen|Bauer|Arroyo|Sun C/);
    expect(log.mock.calls.flat().join("\n")).toContain("tenant_mismatch");
    log.mockRestore();
  });

  it("the dialled company's own id in both places is fine", async () => {
    const own = { metadata: { tenant_id: CITY.user.id, number_id: CITY.numberId } };
    expect(await city({ ...number, user_id: CITY.user.id }, own)).toMatchObject({ found: true });
  });

  it("a number that nobody has, and a web call without numbers, find nothing at all", async () => {
    expect(await answer("+12125550123", { ...number, user_id: CITY.user.id })).toMatchObject({ found: false });
    const web = await ask("", number, {
      to_number: undefined,
      call_type: "web_call",
      metadata: { tenant_id: CITY.user.id },
    });
    expect(await web.json()).toMatchObject({ found: false });
  });

  it("a list that is not current is not heard", async () => {
    await change("DELETE FROM current_imports WHERE user_id = ? AND kind = 'reservations'", CITY.user.id);
    expect(await city(number)).toMatchObject({ found: false });
  });
});

describe("the old agent's bare arguments", () => {
  const bare = async (args: object, bindings = {}) => send(await fromRetell(PATH, args), bindings);

  it("are counted together for the company, and lock nobody out", async () => {
    const guess = async (n: number) => (await bare({ confirmation_number: `RES-20261126-9${n}` })).json<Answer>();
    for (let n = 0; n < 99; n++) expect(await guess(1000 + n)).not.toHaveProperty("locked");
    const wen = { confirmation_number: "RES-20261126-0012" };
    expect(await (await bare(wen)).json()).toMatchObject({ found: true });
    await guess(200);
    expect(await (await bare(wen)).json()).toMatchObject({ found: false, verification_required: true });
    expect(await (await bare({ ...wen, telephone: "602 555 0111" })).json()).toMatchObject({ found: true });
  });

  it("are answered as today for Sun City Express, and show nobody else's bookings", async () => {
    const response = await bare({ confirmation_number: "RES-20261126-0012" });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      found: true,
      customer_name: "Wen Bauer",
      driver_phone: "+15205550164",
    });
    await change(
      "UPDATE reservations SET confirmation_key = 'COASTONLY1', confirmation_number = 'COASTONLY1' WHERE user_id = ? AND confirmation_number = 'RES-20261126-0012'",
      COAST.user.id,
    );
    expect(await (await bare({ confirmation_number: "COASTONLY1" })).json()).toMatchObject({ found: false });
    expect(await (await bare({ telephone: "+16025550111" })).json()).toMatchObject({ customer_name: "Wen Bauer" });
  });

  it("naming the other company are refused", async () => {
    const response = await bare({ confirmation_number: "RES-20261126-0012", user_id: COAST.user.id });
    expect(response.status).toBe(403);
  });

  it("can be switched off, and are never unfiltered once there are two companies", async () => {
    const args = { confirmation_number: "RES-20261126-0012" };
    expect((await bare(args, { LEGACY_CALLS: "reject" })).status).toBe(403);
    const refused = await bare(args, { LEGACY_CALLS: "unfiltered" });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { code: "legacy_calls_refused" } });
    await change("DELETE FROM inbound_log");
    await change("DELETE FROM tenant_config WHERE user_id = ?", COAST.user.id);
    expect(await (await bare(args, { LEGACY_CALLS: "unfiltered" })).json()).toMatchObject({ found: true });
  });
});

describe("around the look-up", () => {
  it("one round trip counts and answers; what the look-up counts as is recorded after the answer", async () => {
    const { d1, trips } = watchedDatabase(env.DB);
    await answer(CITY.phoneNumber, { confirmation_number: "RES-20261126-0012" }, {}, { DB: d1 });
    expect(trips.map((statements) => statements.length)).toEqual([2, 1]);
    expect(trips[1]?.[0]).toMatch(/^update "lookup_misses"/);
  });

  it("a database that is down is an error that tells the agent what to do and nothing else", async () => {
    const down = {
      prepare: () => {
        throw new Error("secret inner message");
      },
    } as unknown as D1Database;
    const response = await ask(CITY.phoneNumber, { confirmation_number: "RES-20261126-0012" }, {}, { DB: down });
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(text).toContain("offer to take a message");
    expect(text).not.toContain("secret inner message");
  });

  it("no name or number reaches the log either when the database fails", async () => {
    const log = vi.spyOn(console, "log");
    const failing = new Proxy(env.DB, {
      get(db, property) {
        if (property === "prepare") return (query: string) => db.prepare(`${query} oops`);
        const value = Reflect.get(db, property);
        return typeof value === "function" ? value.bind(db) : value;
      },
    });
    await ask(CITY.phoneNumber, { confirmation_number: "RES-20261126-0012", last_name: "Bauer" }, {}, { DB: failing });
    const lines = log.mock.calls.flat().join("\n");
    log.mockRestore();
    expect(lines).toContain("tool_failed");
    expect(lines).not.toMatch(/Bauer|RES20|555|params/);
  });

  it("a refusal is logged with its reason and the company whose door it was", async () => {
    const log = vi.spyOn(console, "log");
    await ask(COAST.phoneNumber, { confirmation_number: "X-1", user_id: CITY.user.id });
    const line = log.mock.calls.flat().find((text) => String(text).includes('"event":"request"'));
    log.mockRestore();
    expect(JSON.parse(String(line))).toMatchObject({ outcome: "tenant_mismatch", tenant: COAST.user.id, status: 403 });
  });

  it("no name, number or body reaches the log", async () => {
    const log = vi.spyOn(console, "log");
    await city({ confirmation_number: "RES-20261126-0012", last_name: "Bauer" });
    const lines = log.mock.calls.flat().join("\n");
    log.mockRestore();
    expect(lines).toContain('"outcome":"found"');
    expect(lines).toContain(CITY.user.id);
    expect(lines).not.toMatch(/Bauer|RES-|555|Samira/);
  });
});
