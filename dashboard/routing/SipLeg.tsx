import { useQueryClient } from "@tanstack/preact-query";
import { Cable, PhoneOutgoing } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf } from "../api.ts";
import { Notice } from "../components/Notice.tsx";
import { Switch } from "../components/Switch.tsx";
import { useAction } from "../components/use-action.ts";
import { clock, moment } from "../times/moment.ts";
import { type NumberRoute, routeQuery } from "./route-query.ts";

/** Whether calls go to the agent over SIP: tried with a call first, then switched on. */
export function SipLeg({ id, route, name }: { id: string; route: NumberRoute; name: string }) {
  const queries = useQueryClient();
  const { busy, problem, run } = useAction();
  const client = api["phone-numbers"][":id"].route;
  const { method, public_number, agent_number, sip, sip_leg, answers } = route;
  const zone = answers?.timezone;
  const save = (saved: NumberRoute) => queries.setQueryData(routeQuery(id).queryKey, saved);
  const attempt = () => run(async () => save(await bodyOf(client["sip-probe"].$post({ param: { id } }))));
  const change = (on: boolean) =>
    run(async () => {
      const json = { method, public_number: public_number ?? "", sip_leg: on };
      save(await bodyOf(client.$put({ param: { id }, json })));
    });
  return (
    <section class="panel grid gap-4 p-5 sm:p-6" aria-labelledby="sip-title">
      <div>
        <h2 id="sip-title" class="flex items-center gap-2 text-lg font-semibold">
          <Cable size={20} aria-hidden="true" class="text-accent-ink" /> A direct line to your agent
        </h2>
        <p class="mt-0.5 text-soft">
          {`${name} can pass calls on over the internet (SIP) instead of dialing your agent's number. That saves a phone call each time. Whether your account can do it shows only when you try.`}
        </p>
      </div>
      {problem && <Notice kind="error">{problem}</Notice>}
      {sip.failed_at !== null && sip.failed_at > (sip.proven_at ?? 0) && (
        <Notice kind="warning">
          {`A call could not go this way (${moment(sip.failed_at, zone, Date.now())}). It went to your agent's number instead. If that happens again, leave the direct line off.`}
        </Notice>
      )}
      {sip.trying_until !== null && (
        <p role="status">
          {`Call ${phoneText(public_number ?? agent_number)} by ${clock(sip.trying_until, zone)} and let your agent answer. Then ask it for a person, to see that it can still put callers through. If the direct line does not work, the call reaches your agent as before.`}
        </p>
      )}
      {sip.proven_at !== null && (
        <Switch
          id="sip-leg"
          title="Use the direct line"
          about={`A call reached your agent this way ${moment(sip.proven_at, zone, Date.now())}.`}
          input={{ checked: sip_leg, disabled: busy, onChange: (event) => change(event.currentTarget.checked) }}
        />
      )}
      {sip.trying_until === null && (
        <div>
          <button type="button" class="btn h-11" aria-disabled={busy} onClick={attempt}>
            <PhoneOutgoing size={17} aria-hidden="true" /> {sip.proven_at === null ? "Try it with a call" : "Try again"}
          </button>
        </div>
      )}
    </section>
  );
}
