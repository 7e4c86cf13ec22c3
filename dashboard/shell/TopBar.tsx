import { Search } from "lucide-preact";
import type { Session } from "../accounts/auth.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { Wordmark } from "./Mark.tsx";

/** What stands above the page on a phone. It scrolls away: the navigation is at the bottom. */
export function TopBar({ user, onSearch }: { user: Session["user"] | undefined; onSearch: () => void }) {
  return (
    <header class="flex h-14 items-center gap-1 border-b border-line bg-base-100 px-4 md:hidden print:hidden">
      <a href="/" class="mr-auto flex h-full items-center" aria-label="Nightdesk overview">
        <Wordmark />
      </a>
      <button type="button" class="btn btn-ghost btn-square size-11" aria-label="Search everything" onClick={onSearch}>
        <Search size={20} aria-hidden="true" />
      </button>
      {user && <AccountMenu user={user} place="top" />}
    </header>
  );
}
