import type { EditableConfig } from "./config-schema.ts";

export type FieldChange = { field: string; from: unknown; to: unknown };

/** The fields that differ from the previous state. For the first state, everything that is set. */
export function changedFields(before: EditableConfig | null, after: EditableConfig): FieldChange[] {
  const earlier: Record<string, unknown> = before ?? {};
  return Object.entries(after).flatMap(([field, to]) => {
    const from = earlier[field] ?? null;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
}
