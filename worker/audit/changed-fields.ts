/** What a field was before a change, and what it is now. Both are missing where values must not be kept. */
export type FieldChange = { field: string; from?: unknown; to?: unknown };

/** The fields that differ from the previous state. For the first state, everything that is set. */
export function changedFields(before: object | null, after: object): Required<FieldChange>[] {
  const earlier: Record<string, unknown> = { ...before };
  return Object.entries(after).flatMap(([field, to]) => {
    const from = earlier[field] ?? null;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
}
