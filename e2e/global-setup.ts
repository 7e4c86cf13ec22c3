import type { TestProject } from "vitest/node";
import { type Stack, startStack } from "./stack.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the product of this run listens. */
    stack: Omit<Stack, "stop">;
  }
}

/** One product for all end-to-end tests, brought up as anybody does: by `npm start`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...stack } = await startStack();
  project.provide("stack", stack);
  return stop;
}
