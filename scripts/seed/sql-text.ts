/** A statement with its values written into it, for a file that is executed as it is. Throws on a value SQL has no text for. */
export function sqlText({ sql, params }: { sql: string; params: unknown[] }): string {
  let next = 0;
  return sql.replace(/"[^"]*"|\?/g, (part) => (part === "?" ? literal(params[next++]) : part));
}

function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "string" && !value.includes("\0")) return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`a ${typeof value} has no place in a SQL file`);
}
