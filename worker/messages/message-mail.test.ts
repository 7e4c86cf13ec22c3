import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { fromRetell, send } from "../testing/app.ts";
import { CITY, COAST, mailTo, runSweep, seededAccounts, signedIn } from "../testing/operator.ts";

beforeEach(() => seededAccounts());

let number = 0;

/** Each test has its own address, because the provider remembers what it was sent. */
async function cityMails(settings: { categories?: string[] } = {}): Promise<string> {
  number += 1;
  const address = `desk-${number}-${Date.now()}@example.com`;
  const city = await signedIn(CITY.user.email);
  const categories = settings.categories ?? ["message", "cancellation", "lost_item"];
  expect((await city.put("/api/message-settings", { address, categories })).status).toBe(200);
  return address;
}

async function leave(args: object, call: object = {}, bindings = {}): Promise<void> {
  const envelope = {
    name: "take_message",
    args,
    call: { call_id: "call_1", to_number: CITY.phoneNumber, from_number: "+16025550100", ...call },
  };
  const response = await send(await fromRetell("/retell/tools/take_message", envelope), bindings);
  expect(await response.json()).toMatchObject({ taken: true });
}

async function outbox(): Promise<number> {
  return Number(await env.DB.prepare("SELECT count(*) AS n FROM outgoing_mail").first("n"));
}

/** Moves every message back by this much time. */
async function minutesLater(minutes: number): Promise<void> {
  await env.DB.prepare("UPDATE messages SET created_at = created_at - ?")
    .bind(minutes * 60_000)
    .run();
}

describe("a message that a caller leaves", () => {
  it("reaches the operator by mail with a subject that says who wants what", async () => {
    const address = await cityMails();
    const queued: unknown[] = [];
    const JOBS = { send: async (job: unknown) => queued.push(job) } as unknown as Queue;
    const cancellation = {
      message: "Please cancel my ride\non Saturday. <b>Thanks</b>",
      category: "cancellation",
      caller_name: "Wen Bauer",
      callback_number: "602 555 0111",
      confirmation_number: "RES-20261126-0012",
    };
    await leave(cancellation, {}, { JOBS });
    expect(queued).toEqual([{ kind: "mail", id: expect.any(String) }]); // right away, not with the next sweep
    const [mail, ...more] = await mailTo(address);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(
      "Cancellation requested from Wen Bauer: Please cancel my ride on Saturday. <b>Thanks</b>",
    );
    expect(mail?.text).toContain("Call back: +16025550111");
    expect(mail?.text).toContain("RES-20261126-0012");
    expect(mail?.html).toContain("&lt;b&gt;Thanks");
    expect(mail?.html).not.toContain("<b>Thanks");
    const [, id] = /http:\/\/127\.0\.0\.1:8787\/messages\?id=([\w-]+)/.exec(mail?.text ?? "") ?? [];
    const city = await signedIn(CITY.user.email);
    expect(await (await city.get(`/api/messages/${id}`)).json()).toMatchObject({ caller_name: "Wen Bauer" });
  });

  it("is mailed once, however often the agent repeats it", async () => {
    const address = await cityMails();
    await Promise.all(Array.from({ length: 10 }, () => leave({ message: "I left my hat." })));
    await leave({ message: "I left my hat." });
    expect(await outbox()).toBe(1);
    expect(await mailTo(address)).toHaveLength(1);
  });

  it("is not mailed, not even in a digest, when the operator left its category out", async () => {
    const address = await cityMails({ categories: ["cancellation"] });
    for (let n = 0; n < 12; n++) await leave({ message: `Hello ${n}` });
    await minutesLater(20);
    await runSweep();
    expect(await mailTo(address)).toEqual([]);
    await leave({ message: "Cancel it.", category: "cancellation" });
    expect(await mailTo(address)).toHaveLength(1);
  });

  it("goes to the address in the settings, or to the account's if there is none", async () => {
    await leave({ message: "Hello" });
    const recipient = () =>
      env.DB.prepare("SELECT recipient FROM outgoing_mail ORDER BY rowid DESC").first("recipient");
    expect(await recipient()).toBe(CITY.config.operatorEmail);
    await leave({ message: "Hello" }, { to_number: COAST.phoneNumber });
    expect(await recipient()).toBe(COAST.user.email);
  });

  it("is never stored without its mail or mailed without being stored", async () => {
    await cityMails();
    await env.DB.exec("CREATE TRIGGER full BEFORE INSERT ON outgoing_mail BEGIN SELECT RAISE(ABORT, 'full'); END");
    const call = { call_id: "call_1", to_number: CITY.phoneNumber };
    const envelope = { name: "take_message", args: { message: "Hello" }, call };
    expect((await send(await fromRetell("/retell/tools/take_message", envelope))).status).toBe(503);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM messages").first("n")).toBe(0);
  });
});

describe("after ten mails in an hour", () => {
  it("one digest lists the others, once, even when two sweeps run at the same moment", async () => {
    const address = await cityMails();
    const flood = Array.from({ length: 25 }, (_, n) => leave({ message: `Message ${n}`, caller_name: `Caller ${n}` }));
    await Promise.all(flood);
    expect(await mailTo(address)).toHaveLength(10);
    await runSweep();
    expect(await mailTo(address)).toHaveLength(10); // not yet: more may come within a few minutes
    await minutesLater(16);
    await Promise.all([runSweep(), runSweep(), runSweep()]);
    const mails = await mailTo(address);
    expect(mails).toHaveLength(11);
    expect(mails[10]?.subject).toMatch(/^15 new messages: Caller \d+ and 14 more$/);
    const told = new Set(mails.flatMap(({ text }) => text.match(/Message \d+/g) ?? []));
    expect(told.size).toBe(25);
    expect(mails[10]?.text).toContain("Open your messages:\nhttp://127.0.0.1:8787/messages\n");
    await runSweep();
    expect(await mailTo(address)).toHaveLength(11);
  });

  it("messages are mailed one by one again once the hour is over", async () => {
    const address = await cityMails();
    for (let n = 0; n < 11; n++) await leave({ message: `Message ${n}` });
    expect(await mailTo(address)).toHaveLength(10);
    await minutesLater(61);
    await leave({ message: "Much later" });
    expect((await mailTo(address)).at(-1)?.text).toContain("Much later");
  });

  it("another company's mails are not counted", async () => {
    const address = await cityMails();
    for (let n = 0; n < 12; n++) await leave({ message: `Message ${n}` }, { to_number: COAST.phoneNumber });
    await leave({ message: "Mine" });
    expect(await mailTo(address)).toHaveLength(1);
  });
});
