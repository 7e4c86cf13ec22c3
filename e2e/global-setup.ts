import type { TestProject } from "vitest/node";
import { startStack } from "./stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product of this run listens. */
    stack: { url: string; emulatorUrl: string };
  }
}

/** One product for all end-to-end tests, brought up as anybody does: by `npm start`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, emulatorUrl, stop } = await startStack();
  project.provide("stack", { url, emulatorUrl });
  return stop;
}
