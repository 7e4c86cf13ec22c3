import { Download } from "lucide-preact";
import { Notice } from "../components/Notice.tsx";
import type { Downloading } from "./use-download.ts";

/** One file with everything. Its size is not known in advance, so the progress is shown in bytes. */
export function DownloadEverything({ bytes, saved, busy, problem, start }: Downloading) {
  return (
    <div class="grid gap-3">
      <h3 class="font-semibold">Take everything with you</h3>
      <p class="-mt-2 text-soft">
        One zip file with your settings, reservations, drivers, calls with their conversations, and messages, as tables
        that open in Excel and as JSON. It contains no passwords.
      </p>
      <button type="button" class="btn h-11 justify-self-start font-medium" aria-disabled={busy} onClick={start}>
        <Download size={17} aria-hidden="true" /> {busy ? "Downloading…" : "Download everything"}
      </button>
      {busy && (
        <div class="grid gap-2">
          <p id="download-words" class="tabular text-sm text-soft">
            {bytes === 0 ? "Packing your data…" : `${sizeWords(bytes)} so far`}
          </p>
          <progress aria-labelledby="download-words" class="progress h-2.5 w-full progress-primary" />
        </div>
      )}
      {problem && <Notice kind="error">{problem}</Notice>}
      {saved && !busy && (
        <Notice kind="success">
          {saved} is in your downloads ({sizeWords(bytes)}).
        </Notice>
      )}
    </div>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(Math.round(bytes / 1000), 1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
