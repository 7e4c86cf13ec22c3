import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { ROUTE_METHODS, type RouteMethod, weDial } from "../../worker/telephony/route-methods.ts";
import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { formatAsTyped } from "../components/format-as-typed.ts";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { type NumberRoute, routeQuery } from "./route-query.ts";

const ABOUT: Record<RouteMethod, string> = {
  forwarding: "Recommended. Keep your number and your phone company, and forward calls to your agent's number.",
  twilio_live: "Your number is at Twilio. For each call Twilio asks us whether your office rings or the agent answers.",
  twilio_studio: "Your number is at Twilio and already has a Studio flow, or you want one. It asks us who answers.",
  telnyx_live: "Your number is at Telnyx. For each call Telnyx asks us whether your office rings or the agent answers.",
  trunk: "The number that callers dial is the agent's own, on your SIP trunk. The agent answers every call to it.",
  none: "Choose a way when you are ready.",
};
const METHODS = Object.keys(ROUTE_METHODS) as RouteMethod[]; // the keys of that object

/** Which way calls take to the agent, and the number that callers dial. */
export function WayChoice({ id, route }: { id: string; route: NumberRoute }) {
  const queries = useQueryClient();
  const [method, setMethod] = useState<RouteMethod>(route.method);
  const [saved, setSaved] = useState(false);
  const { onSubmit, busy, problem } = useSubmit(async ({ public_number = "", press_one }) => {
    setSaved(false);
    const json = { method, public_number, ...(weDial(method) && { press_one: press_one === "on" }) };
    const stored = await bodyOf(api["phone-numbers"][":id"].route.$put({ param: { id }, json }));
    queries.setQueryData(routeQuery(id).queryKey, stored);
    await queries.invalidateQueries({ queryKey: ["route-setup", id] });
    setSaved(true);
  });
  const wrong = problem?.fields.public_number;
  return (
    <form noValidate class="panel grid gap-5 p-5 sm:p-6" aria-label="The way calls take" onSubmit={onSubmit}>
      <fieldset>
        <legend class="mb-2 text-lg font-semibold">Choose the way</legend>
        <div class="grid gap-2.5 md:grid-cols-2">
          {METHODS.map((value) => (
            <label
              key={value}
              class="flex min-h-11 cursor-pointer gap-3.5 rounded-field border border-line p-4 hover:bg-base-200 has-checked:border-primary has-checked:bg-primary/5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary"
            >
              <input
                type="radio"
                name="method"
                value={value}
                checked={method === value}
                onChange={() => setMethod(value)}
                aria-describedby={`about-${value}`}
                class="radio mt-0.5 radio-sm border-(--edge) radio-primary"
              />
              <span>
                <span class="block font-medium">{ROUTE_METHODS[value]}</span>
                <span id={`about-${value}`} class="mt-0.5 block text-sm text-soft">
                  {ABOUT[value]}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {problem && !wrong && <Notice kind="error">{problem.message}</Notice>}
      <div class="max-w-md">
        <Field
          id="public_number"
          label="The number your callers dial"
          hint="Leave it empty if callers dial the agent's number itself."
          error={wrong}
        >
          {(field) => (
            <input
              {...field}
              name="public_number"
              type="tel"
              inputMode="tel"
              autocomplete="off"
              placeholder="(520) 555-0142"
              defaultValue={route.public_number ? phoneText(route.public_number) : ""}
              class={`tabular input h-11 ${wrong ? "input-error" : ""}`}
              onInput={(event) => {
                event.currentTarget.value = formatAsTyped(event.currentTarget);
              }}
            />
          )}
        </Field>
      </div>
      {weDial(method) && (
        <label class="flex min-h-11 cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name="press_one"
            defaultChecked={route.press_one}
            class="checkbox mt-0.5 checkbox-sm border-(--edge)"
          />
          <span>
            <span class="block font-medium">Whoever picks up at the office presses 1 to take the call</span>
            <span class="block text-sm text-soft">
              Then a voicemail cannot take it, and the caller reaches the agent instead.
            </span>
          </span>
        </label>
      )}
      <div class="flex flex-wrap items-center justify-end gap-4">
        <p role="status" class="font-medium">
          {saved && !busy && method === route.method ? "Saved." : ""}
        </p>
        <button type="submit" class="btn btn-primary h-11 min-w-24" aria-disabled={busy}>
          {busy ? "Saving…" : "Save the way"}
        </button>
      </div>
    </form>
  );
}
