import { readKept } from "../calls/archive.ts";
import { type Turn, transcriptOf } from "../calls/transcript.ts";
import { type Cell, csvLines, csvStart } from "../imports/reading/write-csv.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { callsWithTranscript } from "./store/export-pages.ts";
import type { Piece } from "./zip-stream.ts";

const CALLS_IN_A_FILE = 200;
const TRANSCRIPTS_AT_ONCE = 5; // the platform allows six open connections

type Spoken = { call_id: string; started_at: string | null; transcript: Turn[] };

const COLUMNS = ["call_id", "started_at", "at_ms", "role", "name", "text"];

/**
 * Writes transcripts, 200 calls per file, as JSON and as CSV with a line per turn. Both are written at the same time, so
 * that each transcript is fetched only once; the second file waits in memory, packed.
 */
export async function* writeTranscripts(scope: UserScope, { db, archive }: Services): AsyncGenerator<Piece> {
  let after = "";
  for (let part = 1; ; part++) {
    const calls = await callsWithTranscript(scope, db, after, CALLS_IN_A_FILE);
    const last = calls.at(-1);
    if (!last) return;
    after = last.callId;
    const [json, csv] = ["json", "csv"].map((ending) => `transcripts/${String(part).padStart(4, "0")}.${ending}`);
    if (!json || !csv) return;
    yield { file: json, text: "[" };
    yield { file: csv, text: csvStart(COLUMNS) };
    for (let from = 0; from < calls.length; from += TRANSCRIPTS_AT_ONCE) {
      const spoken = await Promise.all(calls.slice(from, from + TRANSCRIPTS_AT_ONCE).map(read));
      yield { file: json, text: (from === 0 ? "\n" : ",\n") + spoken.map((call) => JSON.stringify(call)).join(",\n") };
      const lines = spoken.flatMap(linesOf);
      if (lines.length > 0) yield { file: csv, text: `\r\n${csvLines(lines)}` };
    }
    yield { file: json, text: "\n]\n" };
    yield { file: json, end: true };
    yield { file: csv, end: true };
  }

  async function read({ callId, startedAt, transcriptName }: Awaited<ReturnType<typeof callsWithTranscript>>[number]) {
    const event = await readKept(scope, archive, { shelf: "transcripts", callId, name: transcriptName });
    const started_at = startedAt === null ? null : new Date(startedAt).toISOString();
    return { call_id: callId, started_at, transcript: transcriptOf(event) };
  }
}

function linesOf({ call_id, started_at, transcript }: Spoken): Cell[][] {
  return transcript.map(({ role, at_ms, text, name, arguments: given, result }) => {
    const data = given ?? result;
    return [call_id, started_at, at_ms, role, name ?? null, text ?? (data ? JSON.stringify(data) : null)];
  });
}
