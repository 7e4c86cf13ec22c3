import { createApp } from "./app.ts";
import type { Bindings } from "./env.ts";
import { createServices } from "./services.ts";

const app = createApp();

// Jobs are loaded when the first one comes, so that a ringing phone does not wait for their code.
export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  queue: async (batch, env, context) => {
    const { buryBatch, runBatch } = await import("./jobs/run-batch.ts");
    if (batch.queue.endsWith("-dead")) buryBatch(batch);
    else await runBatch(batch, createServices(env, context));
  },
  scheduled: async (_controller, env, context) => {
    const { sweep } = await import("./jobs/sweep.ts");
    await sweep(createServices(env, context));
  },
} satisfies ExportedHandler<Bindings>;
