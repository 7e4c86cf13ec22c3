import { createApp } from "./app.ts";
import type { Bindings } from "./env.ts";

const app = createApp();

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
} satisfies ExportedHandler<Bindings>;
