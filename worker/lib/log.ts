type Fields = Record<string, string | number | boolean | null | undefined>;

/** Logs one line of JSON. Pass only ids and outcomes, never names, numbers, bodies or error messages. */
export function log(event: string, fields: Fields): void {
  console.log(JSON.stringify({ at: new Date().toISOString(), event, ...fields }));
}

/** What may be logged about an error: its class and where it was thrown. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause.message.slice(0, 200) : undefined;
  // Only a stack frame, because a stack starts with the message, and database errors put bound values into theirs.
  const where = error.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return { error: error.name, cause, where: where?.trim().slice(0, 200) };
}
