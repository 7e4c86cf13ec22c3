import type { RunWrangler } from "./check-account.ts";

/** Asks `/healthz` of this version, whatever share of the traffic it has. True if it is well. */
type AskHealth = (versionId: string) => Promise<boolean>;

export type RollOut = {
  run: RunWrangler;
  isWell: AskHealth;
  /** Waits while a share of the callers has the new version. */
  wait: () => Promise<void>;
  say: (line: string) => void;
};

const SHARES = [10, 50, 100]; // percent of the traffic
const QUESTIONS = 5; // at each share; one is luck

/**
 * Uploads a version and gives it a growing share of the traffic while it says that it is well. Otherwise the version
 * before gets everything back. True if the new one has all.
 */
export async function rollOut({ run, isWell, wait, say }: RollOut): Promise<boolean> {
  const before = currentVersion(await run(["deployments", "status", "--json"]));
  const uploaded = /Worker Version ID: ([0-9a-f-]{36})/.exec(await run(["versions", "upload"]))?.[1];
  if (!uploaded) throw new Error("wrangler did not say which version it uploaded. Nothing was deployed.");
  const deploy = (...shares: string[]) => run(["versions", "deploy", ...shares, "--yes"]);
  try {
    for (const share of SHARES) {
      await deploy(`${uploaded}@${share}%`, ...(share < 100 ? [`${before}@${100 - share}%`] : []));
      await wait();
      for (let asked = 0; asked < QUESTIONS; asked++) {
        if (!(await isWell(uploaded))) throw new Error(`/healthz of ${uploaded} is not well at ${share} %`);
      }
      say(`${share} % of the traffic has ${uploaded}.`);
    }
    await run(["triggers", "deploy"]); // routes and crons do not come with a version
    return true;
  } catch (error) {
    say(String(error instanceof Error ? error.message : error));
    await deploy(`${before}@100%`);
    say(`${before} has all of the traffic again.`);
    return false;
  }
}

/** The version that has most of the traffic. */
function currentVersion(status: string): string {
  const { versions = [] } = JSON.parse(status) as { versions?: { version_id: string; percentage: number }[] }; // wrangler's own format
  const [most] = versions.toSorted((a, b) => b.percentage - a.percentage);
  if (!most) throw new Error("Nothing is deployed yet. The first time: npm run build && wrangler deploy.");
  return most.version_id;
}
