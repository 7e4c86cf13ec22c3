import { useQuery } from "@tanstack/preact-query";
import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { api, bodyOf } from "../../api.ts";
import { Notice } from "../../components/Notice.tsx";
import { Trouble } from "../../components/Trouble.tsx";
import { useFocusAfter } from "../../components/use-focus-after.ts";
import { NewNumberForm } from "./NewNumberForm.tsx";
import { NumberRow } from "./NumberRow.tsx";
import { Section } from "./Section.tsx";

/** The company's numbers. They are saved on their own, apart from the settings above. */
export function NumbersSection() {
  const [adding, setAdding] = useState(false);
  const [news, setNews] = useState("");
  const { data, error, refetch } = useQuery({
    queryKey: ["phone-numbers"],
    queryFn: () => bodyOf(api["phone-numbers"].$get({})),
  });
  const addButton = useFocusAfter(adding, news);
  return (
    <Section id="phone-number" title="Phone number" about="The numbers your callers dial. Each is saved as you add it.">
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-16" role="status" aria-label="Loading" />}
      {data && data.items.length === 0 && !adding && (
        <p>
          <span class="font-medium">Not configured.</span>{" "}
          <span class="text-soft">Add the number that your customers call today. It stays yours.</span>
        </p>
      )}
      {data && data.items.length > 0 && (
        <ul class="divide-y divide-(--line)">
          {data.items.map((number) => (
            <NumberRow key={number.id} number={number} onRemoved={setNews} />
          ))}
        </ul>
      )}
      {news && <Notice kind="success">{news}</Notice>}
      {data && !adding && (
        <button
          ref={addButton}
          type="button"
          class="btn h-11 justify-self-start font-medium"
          onClick={() => {
            setNews("");
            setAdding(true);
          }}
        >
          <Plus size={17} aria-hidden="true" /> Add a number
        </button>
      )}
      {adding && (
        <NewNumberForm
          onDone={(added) => {
            setAdding(false);
            setNews(added ?? "");
          }}
        />
      )}
    </Section>
  );
}
