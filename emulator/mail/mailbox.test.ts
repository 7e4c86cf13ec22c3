import { afterEach, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../server.ts";

const running: Emulator[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

async function mailbox() {
  const emulator = await startEmulator({ port: 0, apiKey: "k" });
  running.push(emulator);
  return {
    url: emulator.url,
    async send(body: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(`${emulator.url}/emails`, {
        method: "POST",
        headers: { authorization: "Bearer re_test", "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    },
    async read(to = "") {
      const response = await fetch(`${emulator.url}/mailbox.json${to && `?to=${encodeURIComponent(to)}`}`);
      return (await response.json()) as { to: string; subject: string }[];
    },
  };
}

const letter = {
  from: "Desk <desk@desk.example>",
  to: "Jo Doe <jo@office.example>",
  subject: "Verify <now>",
  text: "Open https://desk.example/verify?a=1&b=2 please",
  html: "<p>Open</p><script>alert(1)</script>",
};

it("accepts a mail and shows it to its recipient, newest last", async () => {
  const { send, read } = await mailbox();
  expect(await send(letter)).toEqual({ status: 200, body: { id: expect.any(String) } });
  await send({ ...letter, to: ["other@office.example"], subject: "Second" });
  await send({ ...letter, subject: "Third" });
  const mine = await read("JO@office.example");
  expect(mine.map((m) => m.subject)).toEqual(["Verify <now>", "Third"]);
  expect(mine[0]).toEqual({
    to: "jo@office.example",
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    sent_at: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(await read()).toHaveLength(3);
});

it("sends one mail per idempotency key and refuses a different mail with the same key", async () => {
  const { send, read } = await mailbox();
  const key = { "idempotency-key": "message-1" };
  const first = await send(letter, key);
  expect(await send(letter, key)).toEqual(first);
  expect(await send({ ...letter, subject: "Other" }, key)).toMatchObject({
    status: 409,
    body: { statusCode: 409, name: "invalid_idempotent_request" },
  });
  expect(await read()).toHaveLength(1);
});

it("refuses mails without a key, a recipient or a body", async () => {
  const { send } = await mailbox();
  expect(await send(letter, { authorization: "" })).toMatchObject({ status: 401, body: { name: "missing_api_key" } });
  expect(await send({ ...letter, to: [] })).toMatchObject({ status: 422, body: { name: "validation_error" } });
  expect(await send({ from: "a@b.example", to: "c@d.example", subject: "x" })).toMatchObject({ status: 422 });
  expect(await send("{")).toMatchObject({ status: 422 });
});

it("shows a page on which a mail's markup does nothing", async () => {
  const { send, url } = await mailbox();
  expect(await (await fetch(`${url}/mailbox`)).text()).toContain("No letters yet.");
  await send(letter);
  const page = await (await fetch(`${url}/mailbox`)).text();
  expect(page).toContain("Verify &lt;now&gt;");
  expect(page).not.toContain("<script>");
  expect(page).toContain('<a href="https://desk.example/verify?a=1&amp;b=2">');
});
