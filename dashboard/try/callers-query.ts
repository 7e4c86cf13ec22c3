import { queryOptions } from "@tanstack/preact-query";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf } from "../api.ts";
import { loadConfig } from "../settings/config-query.ts";

export type Caller = { number: string; label: string };
type Callers = { callers: Caller[]; confirmation: string | null };

const MOST_PASSENGERS = 6;

/**
 * The callers to choose from in a try-out: the operator, and passengers of coming rides with a phone. From a long list,
 * only the last ones.
 */
export const callersQuery = queryOptions({ queryKey: ["try-out-callers"], queryFn: load });

async function load(): Promise<Callers> {
  const [config, { items }] = await Promise.all([
    loadConfig(),
    bodyOf(api.reservations.$get({ query: { sort: "-pickup_at", limit: "100" } })),
  ]);
  const coming = items.filter(({ pickup_at }) => pickup_at !== null && pickup_at > Date.now()).reverse();
  const passengers = coming.flatMap(({ phone_e164: number, customer_name: name }) =>
    number ? [{ number, label: `${name || "Passenger"}, ${phoneText(number)}` }] : [],
  );
  const own = config?.operator_phone
    ? [{ number: config.operator_phone, label: `You, ${phoneText(config.operator_phone)}` }]
    : [];
  const known = [...own, ...passengers.slice(0, MOST_PASSENGERS)];
  const callers = known.filter(({ number }, index) => known.findIndex((one) => one.number === number) === index);
  return { callers, confirmation: coming[0]?.confirmation_number || null };
}
