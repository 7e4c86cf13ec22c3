import { expect, test } from "vitest";
import { offline, RequestError } from "../../request-error.ts";
import { persistently } from "./persistently.ts";

/** Gives these answers in turn, and then the last one forever. */
function server(...answers: (RequestError | string)[]) {
  let asked = 0;
  const send = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? "";
    asked += 1;
    if (answer instanceof RequestError) throw answer;
    return answer;
  };
  return { send, asked: () => asked };
}

const busy = new RequestError(503, null);
const refused = new RequestError(400, { error: { code: "file_refused", message: "This is not a list." } });

test("a lost request is sent again until it arrives", async () => {
  const { send, asked } = server(offline(), busy, new RequestError(429, null), "arrived");
  expect(await persistently(send, [0, 0, 0, 0], new EventTarget())).toBe("arrived");
  expect(asked()).toBe(4);
});

test("a refusal is not repeated", async () => {
  const { send, asked } = server(refused);
  await expect(persistently(send, [0, 0], new EventTarget())).rejects.toBe(refused);
  expect(asked()).toBe(1);
});

test("a server that stays down is given up on", async () => {
  const { send, asked } = server(offline());
  await expect(persistently(send, [0, 0], new EventTarget())).rejects.toMatchObject({ code: "offline" });
  expect(asked()).toBe(3);
});

test("the wait ends as soon as the connection is back", async () => {
  const { send } = server(offline(), "arrived");
  const connection = new EventTarget();
  const arrived = persistently(send, [600_000], connection);
  setTimeout(() => connection.dispatchEvent(new Event("online")));
  expect(await arrived).toBe("arrived");
});
