import { useQuery } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import { Trouble } from "../components/Trouble.tsx";
import { MessagesForm } from "./MessagesForm.tsx";
import { Section } from "./Section.tsx";

/** Where messages are mailed. Saved separately from the settings above. */
export function MessagesSection({ operatorEmail }: { operatorEmail: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["message-settings"],
    queryFn: () => bodyOf(api["message-settings"].$get({})),
    staleTime: Number.POSITIVE_INFINITY, // never refreshed under the form
    gcTime: 0,
  });
  return (
    <Section
      id="messages"
      title="Messages"
      about="Everything callers leave for your office is under Messages. Here you choose what is also mailed."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-72" role="status" aria-label="Loading" />}
      {data && <MessagesForm settings={data} operatorEmail={operatorEmail} />}
    </Section>
  );
}
