import { useQuery } from "@tanstack/preact-query";
import { Trouble } from "../components/Trouble.tsx";
import { ReservationDaysForm } from "./ReservationDaysForm.tsx";
import { retentionQuery } from "./retention-query.ts";
import { Section } from "./Section.tsx";

/** How long reservations are kept after their pick-up. Saved separately from the settings above. */
export function ReservationDaysSection() {
  const { data, error, refetch } = useQuery(retentionQuery);
  return (
    <Section
      id="reservation-days"
      title="How long we keep reservations"
      about="Counted from the pick-up. After that they are deleted automatically, from your list and from earlier lists."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-24" role="status" aria-label="Loading" />}
      {data && <ReservationDaysForm kept={data} />}
    </Section>
  );
}
