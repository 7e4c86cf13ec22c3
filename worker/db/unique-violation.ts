/** Whether the database refused a row because this column (`table.column`) must be unique. D1 says so only in words. */
export function violatesUnique(error: unknown, column: string): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.message.includes("UNIQUE constraint failed") && at.message.includes(column)) return true;
  }
  return false;
}
