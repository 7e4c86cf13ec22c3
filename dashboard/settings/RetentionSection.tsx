import { useQuery } from "@tanstack/preact-query";
import { Trouble } from "../components/Trouble.tsx";
import { RetentionForm } from "./RetentionForm.tsx";
import { retentionQuery } from "./retention-query.ts";
import { Section } from "./Section.tsx";

/** For how long what was said, and what it sounded like, is kept. Saved on its own, apart from the settings above. */
export function RetentionSection() {
  const { data, error, refetch } = useQuery(retentionQuery);
  return (
    <Section
      id="retention"
      title="How long we keep calls"
      about="Afterwards they are removed by themselves. That there was a call, when, for how long and what it cost, stays."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-24" role="status" aria-label="Loading" />}
      {data && <RetentionForm kept={data} />}
    </Section>
  );
}
