import { useQuery } from "@tanstack/preact-query";
import { api, bodyOf } from "../api.ts";
import { Trouble } from "../components/Trouble.tsx";
import { MessagesForm } from "./MessagesForm.tsx";
import { Section } from "./Section.tsx";

/** How the operator hears of messages. Saved on its own, apart from the settings above. */
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
      about="What callers leave for your office is always under Messages. Here you choose what is mailed as well."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-72" role="status" aria-label="Loading" />}
      {data && <MessagesForm settings={data} operatorEmail={operatorEmail} />}
    </Section>
  );
}
