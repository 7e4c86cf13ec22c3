import type { D1Migration } from "@cloudflare/vitest-plugin";
import type { Bindings } from "../env.ts";

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      MIGRATIONS: D1Migration[];
      MIGRATIONS_BACK: D1Migration[];
      /** See test/clock/. */
      TEST_CLOCK_AHEAD_MS: string;
    }
  }
}
