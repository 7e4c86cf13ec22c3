import { answerOf } from "../start/children.ts";
import { namesOfKeys } from "./local.ts";
import type { KeyStore } from "./rotate.ts";

const EVERYWHERE_MS = 60_000; // until a new secret has reached every place where the Worker runs

/** The keys of a deployed Worker. A key goes to `wrangler` by its input, so that no list of processes shows it. */
export function remoteKeys(environment: string): KeyStore {
  const secret = (command: string[], input = "") =>
    answerOf("wrangler", ["secret", ...command, "--env", environment, "-c", "wrangler.toml"], process.env, input);
  return {
    names: async () => {
      const listed = JSON.parse(await secret(["list", "--format", "json"])) as { name: string }[]; // wrangler's own format
      return namesOfKeys(listed.map(({ name }) => name));
    },
    put: async (kid, key) => void (await secret(["put", `KEK_${kid}`], key)),
    makeCurrent: async (kid) => void (await secret(["put", "KEK_CURRENT"], kid)),
    remove: async (kid) => void (await secret(["delete", `KEK_${kid}`])), // without a terminal it asks nothing
    settle: () => new Promise((resolve) => setTimeout(resolve, EVERYWHERE_MS)),
  };
}
