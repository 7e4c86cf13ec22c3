import { runToEnd } from "../start/children.ts";
import { localSettings } from "../start/settings.ts";

/** Runs a query on the local database or an environment's, and returns the rows. */
export async function readRows<Row>(sql: string, env: string | undefined): Promise<Row[]> {
  const where = env ? ["--remote", "--env", env] : ["--local", "--persist-to", localSettings(process.env).stateDir];
  const args = ["d1", "execute", "DB", ...where, "-c", "wrangler.toml", "--json", "--command", sql];
  const answer = await runToEnd("wrangler", args, process.env);
  const json = /^\[\s*\{[\s\S]*^\]/m.exec(answer)?.[0]; // warnings and other output may surround it
  if (!json) throw new Error(`The database did not answer with rows: ${answer.slice(0, 200)}`);
  const [first] = JSON.parse(json) as { results?: Row[] }[]; // wrangler's own format
  return first?.results ?? [];
}
