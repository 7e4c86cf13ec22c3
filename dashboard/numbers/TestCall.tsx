import { CircleCheck, PhoneIncoming, PhoneMissed, RotateCw } from "lucide-preact";
import type { PhoneNumber } from "../replies.ts";
import { LikelyCauses } from "./LikelyCauses.tsx";
import { numberText } from "./number-text.ts";
import { ringWords } from "./ring-words.ts";
import { useTestCall } from "./use-test-call.ts";

type Props = { number: PhoneNumber; startAtOnce: boolean };

/** Asks the operator to call the number, and turns green when the call arrives. */
export function TestCall({ number, startAtOnce }: Props) {
  const { ring, waiting, late, problem, start } = useTestCall(number.id, startAtOnce);
  const arrived = ring !== null;
  return (
    <section
      aria-label="Test your number"
      class={`panel grid content-start gap-5 p-5 sm:p-6 ${arrived ? "border-success bg-[color-mix(in_oklab,var(--color-success)_10%,var(--color-base-100))]" : ""}`}
    >
      {/* One live region from the start, so that screen readers announce every change. */}
      <div role="status" aria-live="polite" aria-atomic="true" class="flex gap-3.5">
        {arrived && <CircleCheck size={26} aria-hidden="true" class="mt-0.5 shrink-0 text-success" />}
        {late && <PhoneMissed size={26} aria-hidden="true" class="mt-0.5 shrink-0 text-warning" />}
        {!arrived && !late && (
          <PhoneIncoming
            size={26}
            aria-hidden="true"
            class={`mt-0.5 shrink-0 text-accent-ink ${waiting ? "animate-pulse motion-reduce:animate-none" : ""}`}
          />
        )}
        <div class="min-w-0">
          <h2 class="text-lg font-semibold">
            {arrived
              ? "Your call has arrived"
              : late
                ? "No call has arrived in two minutes"
                : waiting
                  ? "Call your number now"
                  : "Test your number"}
          </h2>
          {arrived ? (
            ringWords(ring).map((words) => (
              <p key={words} class="mt-0.5">
                {words}
              </p>
            ))
          ) : (
            <p class="mt-0.5 text-soft">
              {late && "Calls from your provider do not reach us yet. If one still arrives, it appears here."}
              {waiting && !late && (
                <>
                  Take a mobile phone and dial{" "}
                  <a class="link tabular font-medium text-base-content" href={`tel:${number.phone_number}`}>
                    {numberText(number.phone_number)}
                  </a>
                  . Keep this page open. The call appears here within seconds.
                </>
              )}
              {!waiting && "Call it from a mobile phone to see whether the call reaches your agent."}
            </p>
          )}
          {problem && <p class="mt-2 font-medium text-error">{problem}</p>}
        </div>
      </div>
      {late && <LikelyCauses provider={number.sip_trunk_provider} />}
      {(!waiting || late) && (
        <button type="button" class="btn h-11 justify-self-start" onClick={start}>
          <RotateCw size={17} aria-hidden="true" />
          {arrived ? "Test it again" : late ? "Start again" : "Start the test"}
        </button>
      )}
    </section>
  );
}
