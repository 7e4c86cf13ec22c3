type Fields = Record<string, string | number | boolean | null | undefined>;

/** One line of JSON. Callers pass ids and outcomes only: never names, numbers, bodies or an error's message. */
export function log(event: string, fields: Fields): void {
  console.log(JSON.stringify({ at: new Date().toISOString(), event, ...fields }));
}

/** What of an error may be logged: its class and place. Database errors carry bound values in their message. */
export function describeError(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause.message.slice(0, 200) : undefined;
  // Only a frame of the stack: its first lines are the message, and a database error's message carries bound values.
  const where = error.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return { error: error.name, cause, where: where?.trim().slice(0, 200) };
}
