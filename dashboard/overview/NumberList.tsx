import { phoneText } from "../../worker/phone/phone-text.ts";
import { Card } from "../components/Card.tsx";
import { StatusBadge } from "../components/StatusBadge.tsx";
import type { PhoneNumber } from "../replies.ts";

export function NumberList({ numbers }: { numbers: PhoneNumber[] }) {
  const manage = (
    <a
      class="link -my-2.5 inline-flex min-h-11 items-center text-sm"
      href={numbers.length === 0 ? "/numbers/new" : "/numbers"}
    >
      {numbers.length === 0 ? "Add a number" : "Manage"}
    </a>
  );
  return (
    <Card title="Your numbers" aside={manage}>
      {numbers.length === 0 && <p class="text-soft">No number yet. Add the one your callers dial.</p>}
      <ul class="divide-y divide-(--line)">
        {numbers.map((number) => (
          <li key={number.id} class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5">
            <span class="min-w-0">
              <span class="tabular block font-medium">{phoneText(number.phone_number)}</span>
              {number.label && <span class="block text-sm text-soft">{number.label}</span>}
            </span>
            <StatusBadge number={number} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
