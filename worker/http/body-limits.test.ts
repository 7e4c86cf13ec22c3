import { beforeAll, expect, it } from "vitest";
import { apiDoor } from "../api/door.ts";
import { createApp } from "../app.ts";
import { telephonyDoor } from "../telephony/route.ts";
import { send } from "../testing/app.ts";
import { type Browser, CITY, seededAccounts, signedIn } from "../testing/operator.ts";

const HOST = "https://nightdesk.example";
const MORE_THAN_ANY_DOOR = 33_000_000; // bytes

const doors = [
  ...new Set(
    [...createApp().routes, ...apiDoor.routes, ...telephonyDoor.routes]
      .filter(({ method }) => ["POST", "PUT", "PATCH"].includes(method))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

let city: Browser;

beforeAll(async () => {
  await seededAccounts();
  city = await signedIn(CITY.user.email);
});

it("there is at least one door of each kind", () => {
  const kinds = ["/retell/", "/telephony/", "/api/auth/", "/api/imports"];
  expect(kinds.filter((kind) => !doors.some((door) => door.includes(kind)))).toEqual([]);
});

it.each(doors)("%s refuses a body that says it is over the limit with 413", async (door) => {
  const response = await sendTo(door, "{}", { "content-length": String(MORE_THAN_ANY_DOOR) });
  expect(response.status).toBe(413);
  const { error } = await response.json<{ error: { code: string; request_id: string } }>();
  const code = expect.stringMatching(/^(?:body_too_large|file_refused)$/);
  expect(error).toMatchObject({ code, request_id: expect.any(String) });
});

it.each([
  "POST /retell/inbound-webhook",
  "POST /retell/call-events",
  "POST /telephony/twilio/:route_token/voice",
  "POST /api/auth/sign-in/email",
  "POST /api/imports",
  "PUT /api/tenant-config",
])("%s refuses a body that does not say how long it is, once it is over the limit", async (door) => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += PIECE;
      if (sent > MORE_THAN_ANY_DOOR) controller.close();
      else controller.enqueue(new Uint8Array(PIECE).fill(32));
    },
  });
  expect((await sendTo(door, endless)).status).toBe(413);
});

const PIECE = 1_000_000; // bytes

function sendTo(door: string, body: BodyInit, more: Record<string, string> = {}): Promise<Response> {
  const [method = "", path = ""] = door.split(" ");
  const cookie = [...city.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { "content-type": "application/json", origin: HOST, cookie, ...more };
  const names = { ":id": "00000000-0000-4000-8000-000000000000", ":route_token": "a-token" };
  const named = Object.entries(names).reduce((text, [name, value]) => text.replace(name, value), path);
  const address = `${HOST}${named.replace(/:\w+/g, "0")}${door === "POST /api/imports" ? "?kind=drivers" : ""}`;
  return send(new Request(address, { method, headers, body }));
}
