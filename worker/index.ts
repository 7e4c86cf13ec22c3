import { createApp } from "./app.ts";
import type { Bindings } from "./env.ts";
import { createServices } from "./services.ts";

const app = createApp();
const HOURLY = "7 * * * *"; // as in wrangler.toml; every other pattern is the sweep's

// Jobs are loaded when the first one comes, so that a ringing phone does not wait for their code.
export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  queue: async (batch, env, context) => {
    const { logDeadJobs, runBatch } = await import("./jobs/run-batch.ts");
    if (batch.queue.endsWith("-dead")) logDeadJobs(batch);
    else await runBatch(batch, createServices(env, context));
  },
  scheduled: async ({ cron }, env, context) => {
    const services = createServices(env, context);
    if (cron === HOURLY) {
      await (await import("./numbers/reconcile.ts")).reconcileNumbers(services);
      await (await import("./dedicated-agents/check-agent.ts")).checkEveryAgent(services);
      await (await import("./watchdog/watch-routes.ts")).watchEveryRoute(services);
    } else await (await import("./jobs/sweep.ts")).sweep(services);
  },
} satisfies ExportedHandler<Bindings>;
