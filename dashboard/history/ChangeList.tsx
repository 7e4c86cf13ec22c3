import type { InferResponseType } from "hono/client";
import { phoneText } from "../../worker/phone/phone-text.ts";
import type { api } from "../api.ts";
import { TableOrCards } from "../components/TableOrCards.tsx";
import { whenWords } from "../imports/value-words.ts";
import { fieldLabel, fieldWords } from "../settings/field-words.ts";

type Change = InferResponseType<(typeof api)["audit-events"]["$get"], 200>["items"][number];
type Props = { items: Change[]; zone: string | undefined; onReset: () => void };

/** The changes, each with its fields before and after. */
export function ChangeList({ items, zone, onReset }: Props) {
  return (
    <TableOrCards
      items={items}
      many="changes"
      onReset={onReset}
      card={(change) => (
        <>
          <What change={change} />
          <p class="text-sm text-soft">
            <When change={change} zone={zone} /> · {change.actor}
          </p>
          <Fields change={change} />
        </>
      )}
      columns={[
        { title: "When", class: "whitespace-nowrap", cell: (change) => <When change={change} zone={zone} /> },
        { title: "Who", cell: ({ actor }) => actor },
        { title: "What", class: "font-medium", cell: (change) => <What change={change} /> },
        { title: "Before and after", class: "w-1/2 text-sm", cell: (change) => <Fields change={change} /> },
      ]}
    />
  );
}

function When({ change, zone }: { change: Change; zone: string | undefined }) {
  return <time dateTime={new Date(change.created_at).toISOString()}>{whenWords(change.created_at, zone)}</time>;
}

function What({ change: { what, about } }: { change: Change }) {
  return (
    <p class="font-medium">
      {what}
      {about !== null && <span class="block text-sm font-normal text-soft">{phoneText(about)}</span>}
    </p>
  );
}

/** Where the values are not kept, such as a passenger's name or a password, only the name of the field is shown. */
function Fields({ change: { changes } }: { change: Change }) {
  return (
    <ul class="text-sm">
      {changes.map((change) => (
        <li key={change.field}>
          <span class="text-soft">{fieldLabel(change.field)}</span>
          {"to" in change && (
            <>
              : {fieldWords(change.field, change.from)} <span aria-hidden="true">→</span>
              <span class="sr-only">became</span> {fieldWords(change.field, change.to)}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
