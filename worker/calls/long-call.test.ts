import { beforeAll, expect, it } from "vitest";
import { START, tell } from "../testing/call-story.ts";
import { archiveAll, type Browser, CITY, seededAccounts, signedIn } from "../testing/operator.ts";

let city: Browser;

beforeAll(async () => {
  await seededAccounts();
  city = await signedIn(CITY.user.email);
});

/** The turns of an hour's call, each with the timing of every word as Retell sends it. */
function longTalk(turns: number) {
  return Array.from({ length: turns }, (_, turn) => {
    const spoken = Array.from({ length: 48 }, (_, n) => (n === 0 ? `Turn-${turn}` : `word${n}é`));
    return {
      role: turn % 2 === 0 ? "agent" : "user",
      content: spoken.join(" "),
      words: spoken.map((word, n) => ({ word, start: turn * 4 + n / 10, end: turn * 4 + n / 10 + 0.09 })),
    };
  });
}

it("a transcript of more than 300 kB is stored, archived and shown to its last word", async () => {
  const transcript_object = longTalk(900);
  const text = transcript_object.map(({ content }) => content).join("\n");
  expect(text.length).toBeGreaterThan(300_000);
  const said = { transcript: text, transcript_object, transcript_with_tool_calls: transcript_object };
  expect(JSON.stringify(said).length).toBeGreaterThan(3_000_000); // it is sent three times, with the timing of every word
  for (const event of ["call_ended", "call_analyzed"]) {
    const more = { duration_ms: 3_600_000, end_timestamp: START + 3_600_000, ...said };
    expect(await tell(event, { call_id: "call_long", ...more })).toBe(204);
  }
  expect(await archiveAll()).toEqual([]);
  const { items } = await (await city.get("/api/calls")).json<{ items: { id: string }[] }>();
  const shown = await (await city.get(`/api/calls/${items[0]?.id}`)).json<{ transcript: { text: string }[] }>();
  expect(shown.transcript).toHaveLength(900);
  expect(shown.transcript[0]).toMatchObject({ role: "agent", at_ms: 0 });
  expect(shown.transcript.map((turn) => turn.text).join("\n")).toBe(text);
});
