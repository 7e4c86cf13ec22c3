import { answerOf } from "../start/children.ts";
import { namesOfKeys } from "./local.ts";
import type { KeyStore } from "./rotate.ts";

const EVERYWHERE_MS = 60_000; // until a new secret has reached every location of the Worker

/** The keys of a deployed Worker. `wrangler` gets a key on its standard input, so that no process list shows it. */
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
    remove: async (kid) => void (await secret(["delete", `KEK_${kid}`])), // without a terminal it does not ask for confirmation
    settle: () => new Promise((resolve) => setTimeout(resolve, EVERYWHERE_MS)),
  };
}
