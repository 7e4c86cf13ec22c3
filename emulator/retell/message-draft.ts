import type { Category } from "./caller-intent.ts";

/** A message for the office as far as the caller has given it, and what the agent asks next. */
export type Draft = {
  message: string;
  category: Category;
  name: string | null;
  callback: string | null;
  waitsFor: "what" | "name" | "callback" | "yes";
};
