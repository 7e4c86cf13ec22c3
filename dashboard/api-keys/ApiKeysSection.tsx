import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../api.ts";
import { CopyText } from "../components/CopyText.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { Section } from "../settings/Section.tsx";
import { ApiKeyRow } from "./ApiKeyRow.tsx";
import { NewApiKeyForm } from "./NewApiKeyForm.tsx";

/** The keys with which a dispatch system pushes its list, and the command that does it. */
export function ApiKeysSection() {
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [key, setKey] = useState("");
  const { data, error, refetch } = useQuery({
    queryKey: ["api-keys"],
    queryFn: () => bodyOf(api["api-keys"].$get({})),
  });
  return (
    <Section
      id="api-keys"
      title="Automatic import"
      about="Your dispatch system can push its list every hour. A key does only what you choose for it."
    >
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-16" role="status" aria-label="Loading" />}
      {data?.items.length === 0 && !adding && !key && (
        <p>
          <span class="font-medium">No key yet.</span>{" "}
          <span class="text-soft">Create one for each system, so that you can revoke them one by one.</span>
        </p>
      )}
      {data && data.items.length > 0 && (
        <ul class="divide-y divide-(--line)">
          {data.items.map((item) => (
            <ApiKeyRow key={item.id} item={item} />
          ))}
        </ul>
      )}
      {key && (
        <CopyText
          label="Your new key"
          text={key}
          note="Copy it now. It is shown only once: we store a fingerprint, not the key."
        />
      )}
      {adding && (
        <NewApiKeyForm
          onCancel={() => setAdding(false)}
          onCreated={(created) => {
            setKey(created);
            setAdding(false);
            void queries.invalidateQueries({ queryKey: ["api-keys"] });
          }}
        />
      )}
      {data && !adding && (
        <button type="button" class="btn h-11 justify-self-start font-medium" onClick={() => setAdding(true)}>
          <Plus size={17} aria-hidden="true" /> Create a key
        </button>
      )}
      <CopyText
        label="The command"
        text={command(key)}
        note="Run it every hour with your own file. It replaces the list and activates it right away. An unchanged file only confirms that the list is up to date."
      />
    </Section>
  );
}

function command(key: string): string {
  const address = `${location.origin}/api/imports?kind=reservations&activate=true`;
  return `curl --fail-with-body --data-binary @reservations.csv -H 'Content-Type: text/csv' -H 'Authorization: Bearer ${key || "YOUR_KEY"}' '${address}'`;
}
