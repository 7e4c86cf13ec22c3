/** A statement with its values as literals, for an SQL file. Throws for a value that SQL cannot express as a literal. */
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
