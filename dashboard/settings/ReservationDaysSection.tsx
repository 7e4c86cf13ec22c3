import { useQuery } from "@tanstack/preact-query";
import { Trouble } from "../components/Trouble.tsx";
import { ReservationDaysForm } from "./ReservationDaysForm.tsx";
import { retentionQuery } from "./retention-query.ts";
import { Section } from "./Section.tsx";

/** For how long bookings are kept after their pick-up. Saved on its own, apart from the settings above. */
export function ReservationDaysSection() {
  const { data, error, refetch } = useQuery(retentionQuery);
  return (
    <Section
      id="reservation-days"
      title="How long we keep reservations"
      about="Counted from the pick-up. Afterwards they are deleted by themselves, out of your list and out of earlier ones."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-24" role="status" aria-label="Loading" />}
      {data && <ReservationDaysForm kept={data} />}
    </Section>
  );
}
