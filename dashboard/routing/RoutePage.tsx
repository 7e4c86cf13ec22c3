import { useQuery } from "@tanstack/preact-query";
import { ArrowLeft } from "lucide-preact";
import { useRoute } from "preact-iso";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { ASKING_CARRIER, weDial } from "../../worker/telephony/route-methods.ts";
import { Notice } from "../components/Notice.tsx";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { NotThere } from "../numbers/NotThere.tsx";
import { numberAddress } from "../numbers/number-address.ts";
import { isGone } from "../numbers/numbers-query.ts";
import { zoneName } from "../times/zone-name.ts";
import { AutomaticSetup } from "./AutomaticSetup.tsx";
import { CallPicture } from "./CallPicture.tsx";
import { CarrierAccount } from "./CarrierAccount.tsx";
import { CarrierAddress } from "./CarrierAddress.tsx";
import { ForwardingCodes } from "./ForwardingCodes.tsx";
import { LiveTest } from "./LiveTest.tsx";
import { RouteSteps } from "./RouteSteps.tsx";
import { type NumberRoute, routeQuery } from "./route-query.ts";
import { SipLeg } from "./SipLeg.tsx";
import { WayChoice } from "./WayChoice.tsx";

/** How calls reach the agent's number: the way, the steps for it, and the path of a call as it is now. */
export function RoutePage() {
  const { params } = useRoute();
  const id = params.id ?? "";
  const { data, error, refetch } = useQuery(routeQuery(id));
  const gone = isGone(error);
  return (
    <div class="grid gap-5">
      <div>
        <a class="link -mt-3 inline-flex min-h-11 items-center gap-1.5 text-sm" href={numberAddress(id)}>
          <ArrowLeft size={16} aria-hidden="true" /> {data ? phoneText(data.agent_number) : "The number"}
        </a>
        <h1 class="text-2xl font-semibold">How calls reach your agent</h1>
        {data?.answers && (
          <p class="mt-0.5 text-soft">
            {`Your hours: ${data.answers.hours_text}, ${zoneName(data.answers.timezone)}. `}
            <a class="link" href="/settings#routing">
              Change who answers when
            </a>
          </p>
        )}
      </div>
      {gone && <NotThere />}
      {error && !data && !gone && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && !gone && <Content key={id} id={id} route={data} />}
    </div>
  );
}

function Content({ id, route }: { id: string; route: NumberRoute }) {
  const { method, steps, answers, agent_number } = route;
  const carrier = ASKING_CARRIER[method];
  return (
    <>
      <WayChoice id={id} route={route} />
      {steps.length > 0 && (
        <div class="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <section class="panel p-5 sm:p-6" aria-labelledby="steps-title">
            <h2 id="steps-title" class="mb-4 text-lg font-semibold">
              What to do
            </h2>
            <RouteSteps steps={steps} />
          </section>
          <section class="panel p-5 sm:p-6" aria-labelledby="path-title">
            <h2 id="path-title" class="mb-4 text-lg font-semibold">
              What happens to a call now
            </h2>
            <CallPicture route={route} />
          </section>
        </div>
      )}
      {route.proven.voicemail_suspected_at !== null && !route.press_one && (
        <Notice kind="warning">
          A call that your office's line picked up was over within seconds. It may have been your voicemail. Then
          callers never reach your agent: let your office ring more briefly in{" "}
          <a class="link" href="/settings#routing">
            Agent Settings
          </a>
          , or choose above that whoever picks up presses 1.
        </Notice>
      )}
      <LiveTest id={id} route={route} />
      {method === "forwarding" && answers && (
        <ForwardingCodes agentNumber={agent_number} mode={answers.forwarding_mode} />
      )}
      {carrier && <CarrierAccount carrier={carrier} />}
      {carrier && <AutomaticSetup id={id} />}
      {weDial(method) && <SipLeg id={id} route={route} name={method === "telnyx_live" ? "Telnyx" : "Twilio"} />}
      {carrier && <CarrierAddress id={id} route={route} />}
    </>
  );
}
