import { join } from "node:path";
import { startEmulator } from "./server.ts";

const apiKey = process.env.RETELL_API_KEY;
if (!apiKey) {
  console.error("The emulator needs RETELL_API_KEY: the key that the product's requests carry and signatures use.");
  process.exit(1);
}

const emulator = await startEmulator({
  port: Number(process.env.EMULATOR_PORT || 8788),
  apiKey,
  statePath: join(process.env.STATE_DIR || ".wrangler/state", "emulator.json"),
});
console.log(`Retell emulator ready on ${emulator.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void emulator.close().then(() => process.exit(0)));
}
