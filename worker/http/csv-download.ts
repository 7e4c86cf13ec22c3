import type { Context } from "hono";

/** A CSV file that browsers save under this name. */
export function csvDownload(c: Context, fileName: string, csv: string): Response {
  return c.body(csv, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${fileName}"`,
  });
}
