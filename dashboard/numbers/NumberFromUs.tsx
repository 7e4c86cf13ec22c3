import { useQuery, useQueryClient } from "@tanstack/preact-query";
import type { InferResponseType } from "hono/client";
import { LoaderCircle, Sparkles } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { numberAddress } from "./number-address.ts";
import { purchasesQuery } from "./purchases-query.ts";
import { useNumbersChanged } from "./use-numbers-changed.ts";

type Bought = InferResponseType<(typeof api)["phone-numbers"]["purchases"]["$post"], 201>;

/** The recommended way: the company keeps the office's number and forwards it to a number that we get for it. */
export function NumberFromUs() {
  const { route } = useLocation();
  const queries = useQueryClient();
  const changed = useNumbersChanged();
  const { data } = useQuery(purchasesQuery);
  const arrived = (id: string) => {
    void changed();
    route(`${numberAddress(id)}/route`);
  };
  const { onSubmit, busy, problem } = useSubmit(async ({ area_code = "" }) => {
    const bought = await bodyOf<Bought>(api["phone-numbers"].purchases.$post({ json: { area_code } }));
    if (bought.phone_number !== null) return arrived(bought.id);
    await queries.invalidateQueries(purchasesQuery);
  });
  const waiting = data?.latest?.status === "pending" ? data.latest.id : null;
  useArrival(waiting, arrived);
  if (!data?.offered) return null;
  const refused = data.latest?.status === "error" ? data.latest.status_detail : null;
  return (
    <section class="panel grid gap-4 border-primary p-5 sm:p-7" aria-labelledby="from-us-title">
      <div>
        <h2 id="from-us-title" class="flex items-center gap-2 text-lg font-semibold">
          <Sparkles size={20} aria-hidden="true" class="text-accent-ink" /> Keep your number, forward it to this one
        </h2>
        <p class="mt-0.5 text-soft">
          Recommended. We get a number for your agent, ready at once. Callers go on dialing yours; you forward its calls
          with a code or in your phone company's portal. No trunk is needed.
        </p>
      </div>
      {waiting ? (
        <p role="status" class="flex items-center gap-2.5 font-medium">
          <LoaderCircle size={20} aria-hidden="true" class="animate-spin text-info motion-reduce:animate-none" />
          We are getting your number. This can take a minute; you can leave this page.
        </p>
      ) : (
        <form noValidate class="grid gap-4" onSubmit={onSubmit}>
          {problem && !problem.fields.area_code && <Notice kind="error">{problem.message}</Notice>}
          {!problem && refused && <Notice kind="error">{refused}</Notice>}
          <div class="flex flex-wrap items-start gap-4">
            <div class="w-full max-w-64">
              <Field
                id="area_code"
                label="Area code"
                hint="Leave it empty for any number."
                error={problem?.fields.area_code}
              >
                {(field) => (
                  <input
                    {...field}
                    name="area_code"
                    inputMode="numeric"
                    autocomplete="off"
                    maxLength={3}
                    placeholder="520"
                    class={`tabular input h-11 ${problem?.fields.area_code ? "input-error" : ""}`}
                  />
                )}
              </Field>
            </div>
            <button type="submit" class="btn btn-primary h-11 max-sm:w-full sm:mt-7" aria-disabled={busy}>
              {busy ? "One moment…" : "Get a number"}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

/** Continues once the purchase that was waited for has its number. */
function useArrival(waiting: string | null, arrived: (id: string) => void): void {
  const before = useRef<string | null>(null);
  const { data } = useQuery(purchasesQuery);
  useEffect(() => {
    const last = before.current;
    before.current = waiting;
    if (last !== null && waiting === null && data?.latest === null) arrived(last);
  }, [waiting]);
}
