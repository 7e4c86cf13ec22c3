import { useQuery } from "@tanstack/preact-query";
import { RotateCcw, Volume2, VolumeX } from "lucide-preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Notice } from "../components/Notice.tsx";
import { CallerChoice } from "./CallerChoice.tsx";
import { Composer } from "./Composer.tsx";
import { callersQuery } from "./callers-query.ts";
import { canSpeak, speak, stopSpeaking } from "./speech.ts";
import { TryConversation } from "./TryConversation.tsx";
import { tryEntries } from "./try-entries.ts";
import { useTryOut } from "./use-try-out.ts";
import { WhatItKnew } from "./WhatItKnew.tsx";

/**
 * Lets operators talk to their own agent in text, as a caller would. It is the agent that answers the phone, with the
 * saved settings.
 */
export function TryPage() {
  const [caller, setCaller] = useState("");
  const { data } = useQuery(callersQuery);
  const { messages, variables, ended, waiting, problem, begin, say } = useTryOut(caller);
  const entries = useMemo(() => tryEntries(messages), [messages]);
  const latest = entries.findLast((entry) => entry.kind === "agent");
  const spoken = latest?.kind === "agent" ? latest.text : "";
  return (
    <>
      <div class="mb-5 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div class="min-w-0 flex-1 basis-80">
          <h1 class="text-2xl font-semibold">Try your agent</h1>
          <p class="mt-1 text-soft">
            This is the agent that answers your phone, with your saved settings and your list. Nothing here counts as a
            call or a message, and nobody is called.
          </p>
        </div>
        <div class="flex flex-wrap gap-2">
          {canSpeak() && <ReadAloud text={spoken} />}
          <button type="button" class="btn border-line bg-base-100 h-11" onClick={begin}>
            <RotateCcw size={17} aria-hidden="true" /> Begin again
          </button>
        </div>
      </div>
      <div class="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div class="grid min-w-0 gap-5">
          <section class="panel p-4 sm:p-5" aria-label="Caller">
            <CallerChoice callers={data?.callers ?? []} caller={caller} onChange={setCaller} />
          </section>
          {problem && (
            <Notice kind="error">
              {problem.message}{" "}
              {problem.code === "not_configured" && variables === null && (
                <a class="link" href="/settings#company">
                  Go to Agent Settings
                </a>
              )}
            </Notice>
          )}
          <section class="panel min-w-0" aria-label="Talk">
            <TryConversation entries={entries} waiting={waiting} ended={ended} onBegin={begin} />
            {!ended && entries.length > 0 && (
              <Composer phrases={phrases(data?.confirmation ?? null)} busy={waiting !== null} onSay={say} />
            )}
          </section>
        </div>
        <aside aria-label="Behind the conversation">
          {variables && <WhatItKnew variables={variables} entries={entries} />}
        </aside>
      </div>
    </>
  );
}

/** What callers say most often. */
function phrases(confirmation: string | null): string[] {
  return [
    `My confirmation number is ${confirmation ?? "1001"}.`,
    "What time is my pick-up?",
    "Please connect me to my driver.",
    "I want to cancel my ride.",
    "When does your office open?",
  ];
}

/** Reads aloud what the agent says, from the moment the button is pressed. */
function ReadAloud({ text }: { text: string }) {
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (on && text) speak(text);
    return stopSpeaking;
  }, [on, text]);
  const Icon = on ? VolumeX : Volume2;
  return (
    <button type="button" class="btn border-line bg-base-100 h-11" aria-pressed={on} onClick={() => setOn(!on)}>
      <Icon size={17} aria-hidden="true" /> Read aloud
    </button>
  );
}
