import { X } from "lucide-preact";
import { CATEGORY_WORDS, MESSAGE_CATEGORIES } from "../../worker/messages/categories.ts";
import { countWords } from "../components/count-words.ts";
import { SearchField } from "../components/SearchField.tsx";
import { useListAddress } from "../components/use-list-address.ts";
import type { Category, Message } from "./message-replies.ts";

const LONGEST_SEARCH = 100; // characters; the server refuses more
const STATES = { open: "Open", done: "Done" } as const;

type State = keyof typeof STATES;
type Page = { items: Message[]; next_cursor: string | null; open_count: number };
type Props = { state: State; category: Category | undefined; page: Page | undefined };

/** State, category and search, all kept in the address, with the number of messages below. */
export function Filters({ state, category, page }: Props) {
  const { query, go, address } = useListAddress();
  const filtered = Boolean(query.search || category);
  return (
    <>
      <div class="grid gap-2.5 px-4 pt-3 sm:px-6 sm:pt-4 md:flex md:items-center">
        <nav aria-label="Which messages" class="-ml-2.5 flex gap-1 md:mr-2">
          {Object.entries(STATES).map(([value, words]) => (
            <a
              key={value}
              href={address({ state: value === "open" ? "" : value })}
              aria-current={state === value ? "true" : undefined}
              class="flex h-11 items-center rounded-field px-2.5 text-soft hover:bg-base-200 aria-[current]:font-semibold aria-[current]:text-base-content aria-[current]:underline aria-[current]:decoration-accent aria-[current]:decoration-2 aria-[current]:underline-offset-8"
            >
              {words}
            </a>
          ))}
        </nav>
        <div class="min-w-0 flex-1">
          <SearchField
            label="Search messages"
            placeholder="Name, words, number or phone"
            value={query.search ?? ""}
            onSearch={(text) => go({ search: text.slice(0, LONGEST_SEARCH) }, { replace: true })}
          />
        </div>
        <select
          aria-label="Category"
          class="select h-11 md:w-60"
          value={category ?? ""}
          onChange={(event) => go({ category: event.currentTarget.value })}
        >
          <option value="">Any category</option>
          {MESSAGE_CATEGORIES.map((one) => (
            <option key={one} value={one}>
              {CATEGORY_WORDS[one]}
            </option>
          ))}
        </select>
        {filtered && (
          <button type="button" class="btn btn-ghost h-11" onClick={() => go({ search: "", category: "" })}>
            <X size={17} aria-hidden="true" /> Clear
          </button>
        )}
      </div>
      <p role="status" class="tabular px-4 pt-2.5 pb-3 text-sm text-soft sm:px-6">
        {page && foundWords(page, state, filtered)}
      </p>
    </>
  );
}

function foundWords({ items, next_cursor, open_count }: Page, state: State, filtered: boolean): string {
  if (state === "open" && !filtered) return countWords(open_count, "open message");
  const more = next_cursor ? "the newest " : "";
  return `${more}${countWords(items.length, `${state} message`)}${filtered ? " found" : ""}`;
}
