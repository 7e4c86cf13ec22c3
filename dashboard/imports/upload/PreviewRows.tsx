import type { FieldOf } from "../../../worker/imports/reading/fields.ts";
import { Card } from "../../components/Card.tsx";
import { zoneName } from "../../times/zone-name.ts";
import type { PreviewRow, ReadList } from "../list-reader/messages.ts";
import type { Kind } from "../list-replies.ts";
import { fieldWord } from "../list-words.ts";

type Props = { kind: Kind; read: ReadList | null; timezone: string };

const SHOWN: { [K in Kind]: FieldOf[K][] } = {
  reservations: [
    "confirmation_number",
    "customer_name",
    "pickup_time",
    "pickup_address",
    "dropoff_location",
    "driver_assigned",
    "status",
  ],
  drivers: ["name", "phone", "available_days"],
};

/** The first rows as the agent understands them. */
export function PreviewRows({ kind, read, timezone }: Props) {
  if (read && read.preview.length === 0) return null;
  return (
    <Card title="How your agent reads it">
      {kind === "reservations" && (
        <p class="mb-4 text-soft">These are the first rows. Times are shown in {zoneName(timezone)}.</p>
      )}
      {read ? (
        <Rows kind={kind} rows={read.preview} />
      ) : (
        <div class="skeleton h-44" role="status" aria-label="Reading" />
      )}
    </Card>
  );
}

function Rows({ kind, rows }: { kind: Kind; rows: PreviewRow[] }) {
  return (
    <>
      <table class="w-full text-left text-sm wrap-break-word max-lg:hidden">
        <thead>
          <tr class="border-b border-line text-soft">
            {SHOWN[kind].map((field) => (
              <th key={field} scope="col" class="py-2 pr-4 align-bottom font-medium">
                {fieldWord(kind, field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="divide-y divide-(--line)">
          {rows.map((row) => (
            <tr key={Object.values(row).join("\n")} class="align-top">
              {SHOWN[kind].map((field) => (
                <td key={field} class="tabular py-2.5 pr-4">
                  {row[field] || <Nothing />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="divide-y divide-(--line) lg:hidden">
        {rows.map((row) => (
          <li key={Object.values(row).join("\n")} class="grid gap-1 py-3 first:pt-0 nth-[n+3]:hidden">
            {SHOWN[kind].map((field) => (
              <p key={field} class="grid grid-cols-[8rem_minmax(0,1fr)] gap-3">
                <span class="text-sm text-soft">{fieldWord(kind, field)}</span>
                <span class="tabular">{row[field] || <Nothing />}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function Nothing() {
  return <span class="text-soft">not in the file</span>;
}
