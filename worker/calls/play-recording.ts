import { AppError, notFound } from "../lib/errors.ts";
import { freshRecordingAddress } from "../retell/call-recording.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { readKept } from "./archive.ts";
import { fetchRecording } from "./fetch-recording.ts";
import { recordingAddress } from "./recording-addresses.ts";
import { isRecordingLink } from "./recording-link.ts";
import { callById } from "./store/call-log.ts";

const PASSED_ON = ["content-length", "content-range", "accept-ranges"];

type Asked = { id: string; expires: string; signature: string; range: string | undefined };

/**
 * Streams a call's recording through us. Retell's address never leaves the Worker, because anyone who has it can listen.
 * A player may ask for a part (`range`).
 * @throws AppError 404 unless the link is ours, for this company and not expired; 503 when Retell does not hand it out
 */
export async function playRecording(scope: UserScope, services: Services, asked: Asked): Promise<Response> {
  if (!(await isRecordingLink(scope, services, asked))) throw notFound();
  const call = await callById(scope, services.db, asked.id, services.now());
  if (!call?.recordingName) throw notFound();
  const place = { shelf: "recordings" as const, callId: call.callId, name: call.recordingName };
  const told = recordingAddress(await readKept(scope, services.archive, place));
  if (!told) throw notFound();
  const recording =
    (await fetchRecording(services, told, asked.range)) ?? (await openFresh(services, call.callId, asked.range));
  if (!recording) {
    throw new AppError(503, "unavailable", "The recording cannot be reached right now. Try again in a moment.");
  }
  const type = recording.headers.get("content-type") ?? "";
  const headers = new Headers({ "content-type": type.startsWith("audio/") ? type : "audio/wav" }); // never HTML
  for (const name of PASSED_ON) {
    const value = recording.headers.get(name);
    if (value) headers.set(name, value);
  }
  return new Response(recording.body, { status: recording.status, headers });
}

/** Retell's signed addresses expire. It gives out a new one as long as it has the recording. */
async function openFresh(services: Services, callId: string, range: string | undefined): Promise<Response | null> {
  const address = await freshRecordingAddress(services.settings, callId);
  return address === null ? null : fetchRecording(services, address, range);
}
