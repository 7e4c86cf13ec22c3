import { KEY_SCOPES, type KeyScope } from "../../worker/api-keys/key-scopes.ts";

const WORDS: Record<KeyScope, string> = { import: "import lists", read: "read bookings and calls" };

/** What a key may do, as the start of a sentence: "May import lists". */
export function keyWords(scopes: readonly KeyScope[]): string {
  return `May ${scopes.map((scope) => WORDS[scope]).join(" and ")}`;
}

/** What an operator may choose for a new key, the safest first. */
export const KEY_CHOICES: { scopes: readonly KeyScope[]; about: string }[] = [
  {
    scopes: ["import"],
    about: "For a dispatch system. It sends lists and puts them into use, and sees no passengers.",
  },
  {
    scopes: ["read"],
    about: "For a report or another program. It sees bookings, drivers, calls and messages, and changes nothing.",
  },
  { scopes: KEY_SCOPES, about: "For a dispatch system that also fetches what callers said." },
];
