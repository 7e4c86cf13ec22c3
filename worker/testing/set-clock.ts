import { env } from "cloudflare:test";
import { clockAhead, shiftDate } from "../../test/clock/shift-date.ts";

// The setup file of the Worker's tests: they run in workerd, which knows neither NODE_OPTIONS nor another time.
shiftDate(clockAhead({ TEST_CLOCK_AHEAD_MS: env.TEST_CLOCK_AHEAD_MS }));
