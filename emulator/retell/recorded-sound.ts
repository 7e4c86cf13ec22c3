import type { Call, Word } from "./call-object.ts";

const RATE = 8000; // samples a second, as on the telephone
const SILENCE = 128; // of 8-bit samples
const LOUDNESS = 44;
const PITCH = { agent: 330, user: 220 }; // Hz
const HEADER = 44; // bytes
const LONGEST_S = 600;

/** The sound of a call: a tone for every word at its time, the agent's higher than the caller's. 8-bit mono WAV. */
export function recordedSound(call: Pick<Call, "duration_ms" | "transcript_object">): Uint8Array<ArrayBuffer> {
  const samples = Math.ceil(Math.min((call.duration_ms ?? 0) / 1000, LONGEST_S) * RATE);
  const sound = new Uint8Array(HEADER + samples).fill(SILENCE);
  writeHeader(new DataView(sound.buffer), samples);
  const speech = sound.subarray(HEADER);
  for (const { role, words } of call.transcript_object) for (const word of words) say(speech, word, PITCH[role]);
  return sound;
}

function say(speech: Uint8Array, { start, end }: Word, pitch: number): void {
  const [from, to] = [Math.round(start * RATE), Math.min(Math.round((end - 0.05) * RATE), speech.length)];
  for (let at = from; at < to; at++) {
    const swell = Math.sin((Math.PI * (at - from)) / (to - from)); // without clicks
    speech[at] = SILENCE + Math.round(LOUDNESS * swell * Math.sin((2 * Math.PI * pitch * at) / RATE));
  }
}

/** RIFF, one `fmt ` chunk (PCM), one `data` chunk. */
function writeHeader(view: DataView, samples: number): void {
  const text = (at: number, letters: string) => {
    for (const [i, letter] of [...letters].entries()) view.setUint8(at + i, letter.charCodeAt(0));
  };
  text(0, "RIFF");
  view.setUint32(4, HEADER - 8 + samples, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true); // bytes a second
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, samples, true);
}
