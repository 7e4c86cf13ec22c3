import type { FieldChange } from "../audit/changed-fields.ts";
import { notFound } from "../lib/errors.ts";
import { keysOf } from "../lib/field-table.ts";
import { quietly } from "../lib/quietly.ts";
import type { Services } from "../services.ts";
import type { UserScope } from "../tenancy/scope.ts";
import { forgetSecret, sealSecret } from "../vault/seal.ts";
import { assertTrunk } from "./assert-trunk.ts";
import { boughtNumber } from "./bought-number.ts";
import type { NumberChange } from "./number-schema.ts";
import { queueNumber } from "./queue-number.ts";
import { beingRemoved, noTrunk } from "./request-connection.ts";
import { changePhoneNumber, type NumberColumns, phoneNumber, type StoredNumber } from "./store/phone-numbers.ts";

/** The columns that Retell stores too. The provider's name and the label stay with us. */
const AT_RETELL: (keyof NumberColumns)[] = ["sipTrunkUri", "sipTransport", "sipUsername", "sipPasswordSetAt"];

/**
 * Changes the fields that were sent and leaves the rest. If the trunk of a connected number changes, the number becomes
 * pending and a job updates Retell.
 * @throws AppError 404; 409 for the trunk of a bought number or a number that is being removed; 400 when a connected
 * number would lose its trunk, or for a trunk that can never work; 503 without a key to seal the password with
 */
export async function changeNumber(
  scope: UserScope,
  services: Services,
  id: string,
  change: NumberChange,
): Promise<StoredNumber> {
  const number = await phoneNumber(scope, services.db, id);
  if (!number) throw notFound();
  if (number.status === "disconnecting") throw beingRemoved();
  const { sip_password } = change;
  const columns = changedColumns(number, change, services.now());
  const fields = keysOf(columns);
  if (fields.length === 0 && !change.is_primary) return number;
  if (number.sipTrunkProvider === "retell" && fields.some((field) => field !== "label")) throw boughtNumber();
  if (columns.sipTrunkUri || columns.sipTrunkProvider) {
    const { sipTrunkProvider, sipTrunkUri } = { ...number, ...columns };
    assertTrunk(services, sipTrunkProvider, sipTrunkUri);
  }
  const inUse = number.status === "connected" || number.status === "pending";
  if (inUse && columns.sipTrunkUri === null) throw noTrunk();

  const record = { kind: "sip" as const, id };
  if (sip_password) await sealSecret(scope, services, record, sip_password);
  const changed = await changePhoneNumber(scope, services.db, id, {
    columns,
    actor: scope.userId,
    changes: [
      ...fields.map((field) => changeOf(number, columns, field)),
      ...(change.is_primary ? [{ field: "is_primary", from: number.isPrimary, to: true }] : []),
    ],
    now: services.now(),
    concernsRetell: AT_RETELL.some((field) => field in columns),
    primary: change.is_primary === true,
  });
  if (!changed) {
    if (await phoneNumber(scope, services.db, id)) throw beingRemoved();
    await quietly("secret_not_removed", forgetSecret(scope, services, record)); // the number was removed while the password was being saved
    throw notFound();
  }
  if (sip_password === null) await quietly("secret_not_removed", forgetSecret(scope, services, record));
  if (changed.nextAttemptAt !== null) services.defer(() => queueNumber(services, id));
  return changed;
}

const NAMES: Record<keyof NumberColumns, string> = {
  label: "label",
  sipTrunkUri: "sip_trunk_uri",
  sipTrunkProvider: "sip_trunk_provider",
  sipTransport: "sip_transport",
  sipUsername: "sip_username",
  sipPasswordSetAt: "sip_password",
};

/** What the history says about a column. Of a password it says only that it changed. */
function changeOf(before: NumberColumns, after: NumberColumns, column: keyof NumberColumns): FieldChange {
  const field = NAMES[column];
  if (column === "sipPasswordSetAt") return { field };
  return { field, from: before[column] ?? null, to: after[column] ?? null };
}

/** Only the columns that differ from what is stored. A password always counts as changed, because we cannot compare it. */
function changedColumns(number: StoredNumber, change: NumberChange, now: number): NumberColumns {
  const sent: NumberColumns = {
    ...(change.label !== undefined && { label: change.label }),
    ...(change.sip_trunk_uri !== undefined && { sipTrunkUri: change.sip_trunk_uri }),
    ...(change.sip_trunk_provider !== undefined && { sipTrunkProvider: change.sip_trunk_provider }),
    ...(change.sip_transport !== undefined && { sipTransport: change.sip_transport }),
    ...(change.sip_username !== undefined && { sipUsername: change.sip_username }),
    ...(change.sip_password && { sipPasswordSetAt: now }),
    ...(change.sip_password === null && { sipPasswordSetAt: null }),
  };
  const stored: NumberColumns = number;
  return Object.fromEntries(
    Object.entries(sent).filter(
      ([name, value]) =>
        stored[name as keyof NumberColumns] !== value || (name === "sipPasswordSetAt" && value !== null),
    ),
  );
}
