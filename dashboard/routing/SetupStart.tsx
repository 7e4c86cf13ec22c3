import { ChevronRight, Search } from "lucide-preact";
import { useState } from "preact/hooks";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import { lookThere, type NumberThere, type RouteSetup } from "./setup-query.ts";

type Props = { id: string; setup: RouteSetup; name: string; busy: boolean; onStart: (detach: boolean) => void };

/** Before anything is changed: what is missing, what the key must be allowed to do, and what the carrier has now. */
export function SetupStart({ id, setup, name, busy, onStart }: Props) {
  const [there, setThere] = useState<NumberThere>();
  const [agreed, setAgreed] = useState(false);
  const look = useAction();
  const inTheWay = there?.in_the_way ?? [];
  return (
    <>
      <details class="group">
        <summary class="flex min-h-11 cursor-pointer items-center gap-2 font-medium">
          <ChevronRight size={17} aria-hidden="true" class="transition-transform group-open:rotate-90" />
          What the API key must be allowed to do
        </summary>
        <ul class="ml-5 grid list-disc gap-1">
          {setup.permissions.map((permission) => (
            <li key={permission}>{permission}</li>
          ))}
        </ul>
        <p class="mt-2 text-sm text-soft">
          {`Make a restricted key with only these. If ${name} does not offer that, a standard key works as well.`}
        </p>
      </details>
      {setup.missing && <Notice kind="info">{setup.missing}</Notice>}
      {look.problem && <Notice kind="error">{look.problem}</Notice>}
      {there && (
        <div class="grid gap-3">
          <h3 class="font-medium">{`What ${name} has for ${phoneText(setup.public_number ?? "")} now`}</h3>
          <dl class="grid gap-x-4 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
            {there.settings.map(({ name: key, words, value }) => (
              <div key={key} class="contents">
                <dt class="text-soft first-letter:uppercase">{words}</dt>
                <dd class="font-mono text-sm break-all">{value || "none"}</dd>
              </div>
            ))}
          </dl>
          {inTheWay.length > 0 && (
            <label class="flex min-h-11 cursor-pointer items-start gap-3 rounded-field border border-line p-4">
              <input
                type="checkbox"
                class="checkbox mt-0.5 checkbox-sm border-(--edge)"
                checked={agreed}
                onChange={(event) => setAgreed(event.currentTarget.checked)}
              />
              <span>{IN_THE_WAY[inTheWay[0] ?? ""]}</span>
            </label>
          )}
        </div>
      )}
      <div class="flex flex-wrap gap-2">
        {!there && (
          <button
            type="button"
            class="btn h-11"
            aria-disabled={look.busy || setup.missing !== null}
            onClick={() => setup.missing === null && look.run(async () => setThere(await lookThere(id)))}
          >
            <Search size={17} aria-hidden="true" /> {look.busy ? "Looking…" : "Look at my number first"}
          </button>
        )}
        {there && (
          <button
            type="button"
            class="btn btn-primary h-11"
            aria-disabled={busy || (inTheWay.length > 0 && !agreed)}
            onClick={() => (inTheWay.length === 0 || agreed) && onStart(agreed)}
          >
            {busy ? "Setting it up…" : "Set it up"}
          </button>
        )}
      </div>
    </>
  );
}

/** What the operator agrees to, by the setting that would make the carrier ignore ours. */
const IN_THE_WAY: Record<string, string> = {
  trunk_sid:
    "Take the number off its SIP trunk. As long as it is on one, Twilio ignores its voice address. Calls no longer go over the trunk; undoing puts it back.",
  voice_application_sid:
    "Take the number off its voice application. As long as it has one, Twilio ignores its voice address. Undoing puts it back.",
  connection_id:
    "Take the number off the connection that it has now. A number at Telnyx has only one. Undoing puts it back.",
};
