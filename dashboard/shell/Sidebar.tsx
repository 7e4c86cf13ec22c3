import { PanelLeftClose, PanelLeftOpen, Search } from "lucide-preact";
import { keysOf } from "../../worker/lib/field-table.ts";
import type { Session } from "../accounts/auth.ts";
import { TABS } from "../routes.tsx";
import { AccountMenu } from "./AccountMenu.tsx";
import { Mark, Wordmark } from "./Mark.tsx";
import { NAV_GROUPS } from "./nav-groups.ts";
import { SidebarLink } from "./SidebarLink.tsx";
import { SEARCH_KEYS } from "./search-keys.ts";
import { useSidebar } from "./use-sidebar.ts";

type Props = { current: string; account: string | null; user: Session["user"] | undefined; onSearch: () => void };

/** The navigation beside the page. Where there is little room, only its icons. */
export function Sidebar({ current, account, user, onSearch }: Props) {
  const [open, toggle] = useSidebar();
  const Fold = open ? PanelLeftClose : PanelLeftOpen;
  const fold = open ? "Collapse the sidebar" : "Expand the sidebar";
  return (
    <header
      class={`sticky top-0 z-30 flex h-dvh shrink-0 flex-col gap-1 border-r border-line bg-base-100 px-3 py-3 max-md:hidden print:hidden ${open ? "w-60" : "w-17"}`}
    >
      <a href="/" class="flex h-12 shrink-0 items-center px-2" aria-label="Nightdesk overview">
        {open ? <Wordmark /> : <Mark />}
      </a>
      <button
        type="button"
        title={open ? undefined : `Search (${SEARCH_KEYS})`}
        class="mb-2 flex h-10 shrink-0 items-center gap-3 rounded-field border border-line px-2.5 text-soft hover:bg-base-200"
        onClick={onSearch}
      >
        <Search size={18} aria-hidden="true" class="shrink-0" />
        <span class={open ? "flex-1 text-left" : "sr-only"}>Search</span>
        {open && <kbd class="font-sans text-xs">{SEARCH_KEYS}</kbd>}
      </button>
      <nav aria-label="Pages" class="-mx-1 min-h-0 flex-1 overflow-y-auto px-1">
        {keysOf(NAV_GROUPS).map((group) => (
          <div key={group} class="mb-3">
            {open ? (
              <h2 class="px-2.5 pt-2 pb-1 text-xs font-medium tracking-normal text-soft">{NAV_GROUPS[group]}</h2>
            ) : (
              group !== "work" && <hr class="mx-2.5 my-3 border-line" />
            )}
            <ul class="grid gap-0.5">
              {TABS.filter((tab) => tab.group === group).map((tab) => (
                <li key={tab.path}>
                  <SidebarLink tab={tab} isCurrent={current === tab.path} account={account} open={open} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <button
        type="button"
        aria-expanded={open}
        title={open ? undefined : fold}
        class="flex h-10 shrink-0 items-center gap-3 rounded-field px-2.5 text-soft hover:bg-base-200"
        onClick={toggle}
      >
        <Fold size={18} aria-hidden="true" class="shrink-0" />
        <span class={open ? "text-sm" : "sr-only"}>{open ? "Collapse" : fold}</span>
      </button>
      {user && <AccountMenu user={user} place="sidebar" words={open} />}
    </header>
  );
}
