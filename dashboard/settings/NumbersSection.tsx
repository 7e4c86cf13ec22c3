import { useQuery } from "@tanstack/preact-query";
import { ArrowRight } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { StatusBadge } from "../components/StatusBadge.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { numbersQuery } from "../numbers/numbers-query.ts";
import { Section } from "./Section.tsx";

/** The numbers that callers dial, with their status. They are changed on their own page. */
export function NumbersSection() {
  const { data, error, refetch } = useQuery(numbersQuery);
  const none = data?.items.length === 0;
  return (
    <Section id="phone-number" title="Phone number" about="The numbers your callers dial.">
      {error && !data && <Trouble what={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <div class="skeleton h-16" role="status" aria-label="Loading" />}
      {none && (
        <p>
          <span class="font-medium">Not configured.</span>{" "}
          <span class="text-soft">Add the number that your customers call today. You keep it.</span>
        </p>
      )}
      {data && !none && (
        <ul class="divide-y divide-(--line)">
          {data.items.map((number) => (
            <li key={number.id} class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0">
              <p class="min-w-0">
                <span class="tabular block font-medium">{phoneText(number.phone_number)}</span>
                {number.label && <span class="block text-sm text-soft">{number.label}</span>}
              </p>
              <StatusBadge number={number} />
            </li>
          ))}
        </ul>
      )}
      {data && (
        <a class="btn h-11 justify-self-start font-medium" href={none ? "/numbers/new" : "/numbers"}>
          {none ? "Add your number" : "Manage your numbers"} <ArrowRight size={17} aria-hidden="true" />
        </a>
      )}
    </Section>
  );
}
