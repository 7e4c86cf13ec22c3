import { useQueryClient } from "@tanstack/preact-query";
import { Download, RefreshCw } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import { type NumberRoute, routeQuery } from "./route-query.ts";

/** The address that the carrier asks at, and the Studio flow that has it inside. A new address ends the old one at once. */
export function CarrierAddress({ id, route }: { id: string; route: NumberRoute }) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const studio = route.method === "twilio_studio";
  const renew = async () => {
    const renewed = await bodyOf(api["phone-numbers"][":id"].route.token.$post({ param: { id } }));
    queries.setQueryData(routeQuery(id).queryKey, renewed);
    setAsking(false);
  };
  return (
    <section class="panel divide-y divide-(--line)" aria-label="The address that is asked">
      {studio && (
        <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5 sm:px-6">
          <div class="min-w-0 flex-1 basis-72">
            <h2 class="font-semibold">Your Studio flow</h2>
            <p class="text-sm text-soft">
              It asks us who answers, rings your office, and connects the agent even if we do not answer. In Studio,
              create a flow and choose Import from JSON.
            </p>
          </div>
          <a
            class="btn h-11"
            href={`/api/phone-numbers/${encodeURIComponent(id)}/route/studio-flow.json`}
            download="nightdesk-studio-flow.json"
          >
            <Download size={17} aria-hidden="true" /> Download the flow
          </a>
        </div>
      )}
      <div class="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5 sm:px-6">
        <div class="min-w-0 flex-1 basis-72">
          <h2 class="font-semibold">A new address</h2>
          <p class="text-sm text-soft">
            If somebody has seen the address who should not have, make a new one. The old one stops working at once.
          </p>
        </div>
        <button type="button" class="btn h-11" onClick={() => setAsking(true)}>
          <RefreshCw size={17} aria-hidden="true" /> Make a new address
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title="Make a new address?"
          confirm="Make a new address"
          destructive
          onConfirm={renew}
          onClose={() => setAsking(false)}
        >
          {`Calls fail from that moment until ${studio ? "your flow has the new address" : "your carrier has the new address"}. Open its page first, so that you can paste the new address right away.`}
        </ConfirmDialog>
      )}
    </section>
  );
}
