import { FileUp } from "lucide-preact";
import { useState } from "preact/hooks";
import { Notice } from "../../components/Notice.tsx";
import type { Kind } from "../list-replies.ts";
import { KIND_WORDS } from "../list-words.ts";

type Props = { kind: Kind; problem: string; onFile: (file: File) => void };

const NEEDED: Record<Kind, string> = {
  reservations:
    "The file needs the confirmation number and the pick-up date and time. Everything else helps your callers.",
  drivers: "The file needs the driver's name. With a phone number, calls can be transferred to the driver.",
};

/** The place to drop or choose a file. */
export function FilePicker({ kind, problem, onFile }: Props) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file) onFile(file);
  };
  return (
    <>
      {problem && <Notice kind="error">{problem}</Notice>}
      <label
        class={`flex min-h-72 cursor-pointer flex-col items-center justify-center gap-4 rounded-box border-2 border-dashed p-6 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary ${over ? "border-primary bg-primary/5" : "border-(--edge) bg-base-100 hover:bg-base-200"}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <input
          type="file"
          class="sr-only"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values"
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = ""; // the same file may be chosen again
          }}
        />
        <span class="grid size-14 place-items-center rounded-full bg-base-200 text-accent-ink">
          <FileUp size={26} aria-hidden="true" />
        </span>
        <span>
          <span class="block text-lg font-semibold">
            <span class="max-sm:hidden">Drop your {KIND_WORDS[kind].one} list here</span>
            <span class="sm:hidden">Your {KIND_WORDS[kind].one} list</span>
          </span>
          <span class="mt-1 block text-soft">CSV or XLSX, as your dispatch software exports it, up to 20 MB</span>
        </span>
        <span aria-hidden="true" class="btn btn-primary pointer-events-none h-11">
          Choose a file
        </span>
      </label>
      <p class="text-soft">
        {NEEDED[kind]} Callers hear nothing of it until you have checked the changes and activated the list.
      </p>
    </>
  );
}
