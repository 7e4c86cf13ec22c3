/** Did the database refuse a row because this column (`table.column`) must be unique? D1 says so in words alone. */
export function violatesUnique(error: unknown, column: string): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.message.includes("UNIQUE constraint failed") && at.message.includes(column)) return true;
  }
  return false;
}
