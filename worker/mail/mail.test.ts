import { createExecutionContext, createScheduledController, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../db/database.ts";
import type { Bindings } from "../env.ts";
import worker from "../index.ts";
import { createServices } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { CITY, deliver, mailTo, seededAccounts } from "../testing/operator.ts";
import { postMail } from "./post-mail.ts";

beforeAll(() => seededAccounts());

const LETTER = { subject: "Hello", text: "the words", html: "<p>the words</p>" };

it("goes out once, however often its job is delivered, even simultaneously", async () => {
  const id = await post("once@example.com");
  const job = { kind: "mail", id };
  const sent: unknown[] = [];
  // A slow provider that has no idempotency keys.
  const EMAIL = { send: (mail: unknown) => scheduler.wait(20).then(() => sent.push(mail)) } as unknown as SendEmail;
  const bindings = { MAIL_PROVIDER: "cloudflare", EMAIL };
  await Promise.all([deliver([job, job, job], bindings), deliver([job], bindings), deliver([job], bindings)]);
  await deliver([job], bindings);
  expect(sent).toHaveLength(1);
});

it("carries a key, so that a provider can tell a repeat from a new mail", async () => {
  const id = await post("twice@example.com");
  await deliver([{ kind: "mail", id }]);
  // As if the Worker had died after the provider answered but before it recorded that.
  const again =
    "UPDATE outgoing_mail SET sent_at = NULL, text_body = 't', html_body = 'h', next_attempt_at = 0 WHERE id = ?";
  await env.DB.prepare(again).bind(id).run();
  await deliver([{ kind: "mail", id }]);
  expect(await mailTo("twice@example.com")).toHaveLength(1);
});

it("leaves no text in the outbox once it is sent", async () => {
  const id = await post("forgotten@example.com");
  await deliver([{ kind: "mail", id }]);
  const row = await rowOf(id);
  expect(row?.sent_at).toBeGreaterThan(0);
  expect(row).toMatchObject({ text_body: null, html_body: null });
});

it("is tried again later when the provider is busy, and arrives", async () => {
  const id = await post("busy@example.com");
  const job = { kind: "mail", id };
  const [retry] = await deliver([job]);
  expect(retry).toEqual({ job, delaySeconds: 16 });
  expect(await deliver([job])).toEqual([]); // not due yet
  expect(await mailTo("busy@example.com")).toHaveLength(0);
  await makeDue(id);
  await deliver([job]);
  expect(await mailTo("busy@example.com")).toHaveLength(1);
});

it("is given up when the provider will never accept it", async () => {
  const id = await post("refused@example.com");
  expect(await deliver([{ kind: "mail", id }])).toEqual([]);
  const row = await rowOf(id);
  expect(row?.failed_at).toBeGreaterThan(0);
  expect(row).toMatchObject({ sent_at: null, text_body: null, html_body: null });
});

it("is given up after ten attempts", async () => {
  const id = await post("busy-for-ever@example.com");
  await env.DB.prepare("UPDATE outgoing_mail SET attempts = 9 WHERE id = ?").bind(id).run();
  expect(await deliver([{ kind: "mail", id }])).toEqual([]);
  expect((await rowOf(id))?.failed_at).toBeGreaterThan(0);
});

it("is queued again by the sweep when its job was lost, and sent mail is not", async () => {
  const lost = await post("lost@example.com");
  const sent = await post("swept@example.com");
  await deliver([{ kind: "mail", id: sent }]);
  const queued: unknown[] = [];
  const JOBS = { sendBatch: async (batch: { body: unknown }[]) => queued.push(...batch.map(({ body }) => body)) };
  const bindings = { ...env, JOBS } as unknown as Bindings;
  await worker.scheduled(createScheduledController(), bindings, createExecutionContext());
  expect(queued).toContainEqual({ kind: "mail", id: lost });
  expect(queued).not.toContainEqual({ kind: "mail", id: sent });
});

it("waits in the outbox when the queue is out of reach", async () => {
  const id = await post("queued-late@example.com", { send: () => Promise.reject(new Error("queue is down")) });
  expect(await rowOf(id)).toMatchObject({ sent_at: null, text_body: "the words" });
});

it("goes through Cloudflare where the configuration says so", async () => {
  const sent: unknown[] = [];
  const id = await post("cloudflare@example.com");
  const EMAIL = { send: async (mail: unknown) => sent.push(mail) } as unknown as SendEmail;
  await deliver([{ kind: "mail", id }], { MAIL_PROVIDER: "cloudflare", EMAIL });
  const from = { name: "Nightdesk", email: "desk@nightdesk.example" };
  expect(sent).toEqual([{ from, to: "cloudflare@example.com", ...LETTER }]);
});

describe("through a provider that cannot tell a repeat, a mail that may have gone out", () => {
  it("is not sent again when the database fails to record that it was sent", async () => {
    const id = await post("noted-late@example.com");
    const sent: unknown[] = [];
    const cloudflare = { MAIL_PROVIDER: "cloudflare", EMAIL: through(async (mail) => sent.push(mail)) };
    const DB = failing(/update "outgoing_mail" set .*"sent_at" = \?/);
    expect(await deliver([{ kind: "mail", id }], { ...cloudflare, DB })).toHaveLength(1);
    await makeDue(id);
    expect(await deliver([{ kind: "mail", id }], cloudflare)).toEqual([]);
    expect(sent).toHaveLength(1);
    const row = await rowOf(id);
    expect(row?.failed_at).toBeGreaterThan(0);
    expect(row).toMatchObject({ sent_at: null, text_body: null, html_body: null });
  });

  it("is recorded as sent although the database failed once on the way", async () => {
    const id = await post("noted-at-last@example.com");
    const EMAIL = through(async () => undefined);
    const DB = failing(/update "outgoing_mail" set .*"sent_at" = \?/, 1);
    expect(await deliver([{ kind: "mail", id }], { MAIL_PROVIDER: "cloudflare", EMAIL, DB })).toEqual([]);
    expect((await rowOf(id))?.sent_at).toBeGreaterThan(0);
  });

  it("is given up when the connection breaks", async () => {
    const id = await post("line@example.com");
    const EMAIL = through(() => Promise.reject(new Error("Network connection lost.")));
    expect(await deliver([{ kind: "mail", id }], { MAIL_PROVIDER: "cloudflare", EMAIL })).toEqual([]);
    expect((await rowOf(id))?.failed_at).toBeGreaterThan(0);
  });

  it("is given up when no answer comes at all", async () => {
    const id = await post("silence@example.com");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const EMAIL = through(() => {
      vi.advanceTimersByTime(10_000);
      return new Promise(() => undefined);
    });
    // The time limit starts when send() is called, so the clock may only move on after that.
    const delivered = deliver([{ kind: "mail", id }], { MAIL_PROVIDER: "cloudflare", EMAIL });
    const patient = { timeout: 60_000 };
    await vi.waitFor(() => {
      vi.advanceTimersByTime(10_000);
      expect(vi.getTimerCount()).toBe(0);
    }, patient);
    vi.useRealTimers();
    expect(await delivered).toEqual([]);
    expect((await rowOf(id))?.failed_at).toBeGreaterThan(0);
  });

  it("is sent again if Cloudflare did not accept it, unless it never will", async () => {
    const later = await post("limit@example.com");
    const never = await post("suppressed@example.com");
    const refusing = (code: string) => ({
      MAIL_PROVIDER: "cloudflare",
      EMAIL: through(() => Promise.reject(Object.assign(new Error("no"), { code }))),
    });
    expect(await deliver([{ kind: "mail", id: later }], refusing("E_RATE_LIMIT_EXCEEDED"))).toHaveLength(1);
    expect(await deliver([{ kind: "mail", id: never }], refusing("E_RECIPIENT_SUPPRESSED"))).toEqual([]);
    expect((await rowOf(never))?.failed_at).toBeGreaterThan(0);
    const sent: unknown[] = [];
    await makeDue(later);
    const EMAIL = through(async (mail) => sent.push(mail));
    await deliver([{ kind: "mail", id: later }], { MAIL_PROVIDER: "cloudflare", EMAIL });
    expect(sent).toHaveLength(1);
  });
});

it("is not sent once its link has expired", async () => {
  const late = await post("late@example.com", undefined, { expiresAt: Date.now() - 1 });
  const inTime = await post("in-time@example.com", undefined, { expiresAt: Date.now() + 60_000 });
  const jobs = [late, inTime].map((id) => ({ kind: "mail", id }));
  expect(await deliver(jobs)).toEqual([]);
  expect(await mailTo("late@example.com")).toHaveLength(0);
  expect((await rowOf(late))?.failed_at).toBeGreaterThan(0);
  expect(await mailTo("in-time@example.com")).toHaveLength(1);
});

it("waits for the provider's key instead of being lost", async () => {
  const id = await post("keyless@example.com");
  expect(await deliver([{ kind: "mail", id }], { RESEND_API_KEY: undefined })).toHaveLength(1);
  expect(await rowOf(id)).toMatchObject({ sent_at: null, failed_at: null });
});

it("does not stop the queue with an unknown kind of job", async () => {
  expect(await deliver([{ kind: "unknown" }, { kind: "mail", id: "gone" }, null])).toEqual([]);
});

/** Posts a letter for the city's operator and returns its id. */
async function post(
  to: string,
  queue: { send: () => Promise<unknown> } = { send: async () => ({}) },
  options: Parameters<typeof postMail>[4] = {},
): Promise<string> {
  const bindings = { ...env, JOBS: queue } as unknown as Bindings;
  const services = { ...createServices(bindings, createExecutionContext()), db: openDatabase(env.DB) };
  await postMail(scopeOfAccount(CITY.user), services, to, LETTER, options);
  const id = await env.DB.prepare("SELECT id FROM outgoing_mail WHERE recipient = ?").bind(to).first<string>("id");
  if (!id) throw new Error("the outbox did not take it");
  return id;
}

/** Cloudflare's binding as far as we use it. */
function through(send: (mail: unknown) => Promise<unknown>): SendEmail {
  return { send } as unknown as SendEmail;
}

/** The database, but it refuses statements like this one `times` times. */
function failing(statement: RegExp, times = Number.POSITIVE_INFINITY): D1Database {
  let left = times;
  return new Proxy(env.DB, {
    get(target, property) {
      if (property === "prepare") {
        return (text: string) => {
          if (!statement.test(text) || left === 0) return target.prepare(text);
          left -= 1;
          throw new Error("D1 is down");
        };
      }
      const value = Reflect.get(target, property);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function rowOf(id: string) {
  const row = env.DB.prepare("SELECT * FROM outgoing_mail WHERE id = ?").bind(id);
  return row.first<{ sent_at: number | null; failed_at: number | null }>();
}

async function makeDue(id: string): Promise<void> {
  await env.DB.prepare("UPDATE outgoing_mail SET next_attempt_at = 0 WHERE id = ?").bind(id).run();
}
