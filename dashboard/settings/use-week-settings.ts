import { queryOptions, useQuery } from "@tanstack/preact-query";
import { useWatch } from "react-hook-form";
import type { BusinessHours } from "../../worker/hours/hours.ts";
import { isTimeZone } from "../../worker/hours/time-zone.ts";
import type { RoutingSettings } from "../../worker/routing/decide.ts";
import { hoursOfConfig } from "../../worker/settings/business-hours.ts";
import { editableConfig } from "../../worker/settings/config-schema.ts";
import { api, bodyOf } from "../api.ts";
import type { FormValues } from "./form-values.ts";

const overrideQuery = queryOptions({
  queryKey: ["answering-override"],
  queryFn: () => bodyOf(api["answering-override"].$get({})),
});

const hoursOnly = editableConfig.pick({
  timezone: true,
  business_hours_start: true,
  business_hours_end: true,
  weekly_hours: true,
  hour_exceptions: true,
});

/** The unsaved hours; null while they are incomplete. */
export function useHours(): BusinessHours | null {
  const values = useWatch<FormValues>();
  const hours = hoursOnly.safeParse(values).data;
  if (!hours || !isTimeZone(hours.timezone)) return null;
  return hoursOfConfig(hours);
}

/** The unsaved routing with the manual switch of the Overview; null while the hours are incomplete. */
export function useWeekSettings(): RoutingSettings | null {
  const hours = useHours();
  const [forwardingMode, officePhone, ringSeconds] = useWatch<
    FormValues,
    ["forwarding_mode", "office_phone", "ring_seconds"]
  >({ name: ["forwarding_mode", "office_phone", "ring_seconds"] });
  const { data } = useQuery(overrideQuery);
  const override = data?.answers ? { answers: data.answers, until: Date.parse(data.until) } : null;
  return hours && { hours, forwardingMode, officePhone, ringSeconds: Number(ringSeconds), override };
}
