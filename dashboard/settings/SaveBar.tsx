import { CircleAlert, CircleCheck, PencilLine } from "lucide-preact";
import { useFormState } from "react-hook-form";
import type { Config } from "../replies.ts";
import { moment } from "../times/moment.ts";
import type { FormValues } from "./form-values.ts";
import type { SaveStatus } from "./use-save.ts";

type Props = { stored: Config | null; status: SaveStatus; dirty: boolean; onDiscard: () => void };

/** Stays at the bottom of the screen and says whether everything is saved. */
export function SaveBar({ stored, status, dirty, onDiscard }: Props) {
  const saving = status.kind === "saving";
  return (
    <div class="pointer-events-none sticky bottom-(--bottom-bar) z-20 pt-5 pb-4">
      <div class="panel pointer-events-auto flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 shadow-lg sm:px-5">
        <div class="min-w-0 flex-1 basis-36">
          <Status stored={stored} status={status} dirty={dirty} />
        </div>
        <div class="ml-auto flex gap-2">
          {dirty && (
            <button type="button" class="btn btn-ghost h-11" onClick={onDiscard}>
              Discard
            </button>
          )}
          <button
            type="submit"
            form="settings"
            class="btn btn-primary h-11 min-w-24 sm:min-w-32"
            aria-disabled={saving}
          >
            {saving ? "Saving…" : "Save"}
          </button>
        </div>
      </div>
    </div>
  );
}

function Status({ stored, status, dirty }: Omit<Props, "onDiscard">) {
  const { errors } = useFormState<FormValues>();
  const refused = Object.keys(errors).length;
  if (refused > 0 || status.kind === "failed") {
    const message = status.kind === "failed" ? status.message : "";
    return (
      <p role="alert" class="flex items-center gap-2 font-medium text-error">
        <CircleAlert size={18} aria-hidden="true" class="shrink-0" />
        {refused > 0 ? `Not saved. Check the marked ${refused === 1 ? "field" : "fields"}.` : message}
      </p>
    );
  }
  const Icon = dirty ? PencilLine : CircleCheck;
  const tone = dirty ? "text-accent-ink" : stored ? "text-success" : "text-soft";
  return (
    <p role="status" class="flex items-center gap-2 font-medium">
      {(dirty || stored) && <Icon size={18} aria-hidden="true" class={`shrink-0 ${tone}`} />}
      {words(stored, status, dirty)}
    </p>
  );
}

function words(stored: Config | null, status: SaveStatus, dirty: boolean): string {
  if (dirty) return "Unsaved changes";
  if (!stored) return "Nothing saved yet";
  const when = moment(stored.updated_at, stored.timezone, Date.now());
  if (status.kind === "saved") return "Saved. The next call uses it.";
  return status.kind === "restored" ? "Restored. The next call uses it." : `Saved ${when}`;
}
