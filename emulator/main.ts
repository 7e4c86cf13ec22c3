import { join } from "node:path";
import { startEmulator } from "./server.ts";

const apiKey = process.env.RETELL_API_KEY;
if (!apiKey) {
  console.error("The emulator needs RETELL_API_KEY: the key that the product's requests carry and signatures use.");
  process.exit(1);
}

const port = Number(process.env.EMULATOR_PORT || 8788);
const statePath = join(process.env.STATE_DIR || ".wrangler/state", "emulator.json");
const emulator = await startEmulator({ port, apiKey, statePath, judged: false }).catch((error: Error) => {
  console.error(`The emulator could not start on port ${port} (EMULATOR_PORT): ${error.message}`);
  process.exit(1);
});
console.log(`Retell emulator ready on ${emulator.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)));
}
