import { useQuery } from "@tanstack/preact-query";
import { Trouble } from "../components/Trouble.tsx";
import { RetentionForm } from "./RetentionForm.tsx";
import { retentionQuery } from "./retention-query.ts";
import { Section } from "./Section.tsx";

/** How long conversations and recordings are kept. Saved separately from the settings above. */
export function RetentionSection() {
  const { data, error, refetch } = useQuery(retentionQuery);
  return (
    <Section
      id="retention"
      title="How long we keep calls"
      about="After that they are removed automatically. The call itself stays in your list, with its time, length and cost."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-24" role="status" aria-label="Loading" />}
      {data && <RetentionForm kept={data} />}
    </Section>
  );
}
