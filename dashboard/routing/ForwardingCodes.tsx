import { PhoneOutgoing } from "lucide-preact";
import { useState } from "preact/hooks";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { DialCode } from "./DialCode.tsx";
import { dialString, FORWARDING_LINES, type ForwardingLine, LINE_IDS, type LineId } from "./forwarding-lines.ts";
import type { NumberRoute } from "./route-query.ts";

type Mode = NonNullable<NumberRoute["answers"]>["forwarding_mode"];
type Props = { agentNumber: string; mode: Mode };

/** How to switch forwarding on and off at the operator's phone company, with the agent's number filled in. */
export function ForwardingCodes({ agentNumber, mode }: Props) {
  const [id, setId] = useState<LineId | "">("");
  return (
    <section class="panel grid gap-5 p-5 sm:p-6" aria-labelledby="codes-title">
      <div>
        <h2 id="codes-title" class="flex items-center gap-2 text-lg font-semibold">
          <PhoneOutgoing size={20} aria-hidden="true" class="text-accent-ink" /> Forward your line
        </h2>
        <p class="mt-0.5 text-soft">{INTENTS[mode]}</p>
      </div>
      <div class="max-w-md">
        <Field id="line" label="Whose line is it?" hint="You find the company on your phone bill.">
          {(field) => (
            <select
              {...field}
              class="select h-11"
              value={id}
              onChange={(event) => setId(lineOf(event.currentTarget.value))}
            >
              <option value="">Choose your phone company</option>
              {KINDS.map((kind) => (
                <optgroup key={kind} label={kind}>
                  {LINE_IDS.filter((one) => FORWARDING_LINES[one].kind === kind).map((one) => (
                    <option key={one} value={one}>
                      {FORWARDING_LINES[one].name}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
      </div>
      {id && <Line line={FORWARDING_LINES[id]} agentNumber={agentNumber} mode={mode} />}
    </section>
  );
}

const KINDS: ForwardingLine["kind"][] = ["Mobile", "Cable and landline", "Phone system"];

const INTENTS: Record<Mode, string> = {
  always: "Your agent answers every call, so forward all calls.",
  after_hours: "Your agent answers outside your hours. A schedule at your phone company does that by itself.",
  overflow: "Your agent answers when the office does not. Forward on no answer, and when the line is busy.",
};

function Line({ line, agentNumber, mode }: { line: ForwardingLine; agentNumber: string; mode: Mode }) {
  const { all, noAnswer, busy, status, schedule, conflict, notes, weak, sources } = line;
  const fill = (code: string) => dialString(code, agentNumber);
  const sameForBusy = noAnswer !== undefined && busy?.on === noAnswer.on;
  return (
    <div class="grid gap-5">
      {mode === "after_hours" && <AfterHours schedule={schedule} hasCodes={all !== undefined} />}
      {conflict && <Notice kind="info">{conflict.replace(/[*#\d]+N/g, fill)}</Notice>}
      <div class="grid gap-4 md:grid-cols-2">
        {mode !== "overflow" && all && (
          <>
            <DialCode title={mode === "always" ? "All calls: on" : "When you close: on"} dial={fill(all.on)} />
            <DialCode title={mode === "always" ? "All calls: off" : "When you open: off"} dial={fill(all.off)} />
          </>
        )}
        {mode !== "always" && noAnswer && (
          <>
            <DialCode title={sameForBusy ? "No answer or busy: on" : "No answer: on"} dial={fill(noAnswer.on)} />
            <DialCode title={sameForBusy ? "No answer or busy: off" : "No answer: off"} dial={fill(noAnswer.off)} />
          </>
        )}
        {mode !== "always" && busy && !sameForBusy && (
          <>
            <DialCode title="Busy: on" dial={fill(busy.on)} />
            <DialCode title="Busy: off" dial={fill(busy.off)} />
          </>
        )}
        {status && <DialCode title="What is switched on now?" dial={status} />}
      </div>
      <ul class="grid list-disc gap-1.5 pl-5">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {mode !== "always" && (
          <li>
            If callers reach your own voicemail before the agent, give voicemail more rings, or forward all calls
            instead.
          </li>
        )}
        <li class="sm:hidden">An iPhone does not dial codes from a link. Copy the code into its keypad.</li>
        <li>Then call your number from another phone. A call that reaches the agent ticks the step above.</li>
      </ul>
      <p class="text-sm text-soft">
        {weak && "Confirm these codes with your phone company: they can differ by region and contract. "}
        {`Read in November 2026 at: ${sources.join("; ")}.`}
      </p>
    </div>
  );
}

function AfterHours({ schedule, hasCodes }: { schedule: string | undefined; hasCodes: boolean }) {
  if (schedule) return <Notice kind="success">{`The best way after hours: ${schedule}`}</Notice>;
  return (
    <Notice kind="info">
      {hasCodes
        ? "We know of no schedule for this line. Switch forwarding on when you close and off when you open, or forward on no answer only: then the agent answers after your phone has rung."
        : "We know of no schedule for every plan. Look for one in the portal, or forward on no answer only."}
    </Notice>
  );
}

function lineOf(value: string): LineId | "" {
  return LINE_IDS.find((id) => id === value) ?? "";
}
