import { actionWords } from "./actions.ts";
import type { FieldChange } from "./changed-fields.ts";
import type { AuditRow } from "./list-changes.ts";

/** A change as the history shows it. `about` names what was changed, if the row says so. */
export function auditReply({ id, action, actor, actorName, subject, detail, createdAt }: AuditRow) {
  const known = (detail ?? null) as Detail | null; // written by insertAudit alone
  return {
    id,
    action,
    what: actionWords(action),
    actor: actorName ?? actorWords(actor),
    about: known?.phone_number ?? known?.confirmation_number ?? known?.name ?? null,
    subject,
    changes: changesIn(known),
    detail: known as Record<string, unknown> | null,
    created_at: createdAt,
  };
}

type Detail = {
  phone_number?: string;
  confirmation_number?: string;
  name?: string;
  changes?: FieldChange[];
  /** The names alone, where the values are passengers' or were not kept. */
  fields?: string[];
};

function changesIn(detail: Detail | null): FieldChange[] {
  return detail?.changes ?? (detail?.fields ?? []).map((field) => ({ field }));
}

/** Our own jobs have names of their own; to an operator they are all Nightdesk. An account that is gone has no name. */
function actorWords(actor: string): string {
  if (actor.startsWith("key:")) return "A deleted API key";
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(actor) ? "A deleted account" : "Nightdesk";
}
