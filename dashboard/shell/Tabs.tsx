import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { SUBPAGES, TABS } from "../routes.tsx";
import { pageAt } from "./page-at.ts";

/** `account`: the id of the signed-in account; null while it is not known. */
export function Tabs({ account }: { account: string | null }) {
  const { path } = useLocation();
  const current = pageAt(SUBPAGES, path)?.tab ?? path;
  const tabs = useRef<HTMLElement>(null);
  // Not all tabs fit on a phone: bring the current one into view.
  useEffect(() => tabs.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" }), [current]);
  return (
    <nav ref={tabs} aria-label="Pages" class="flex overflow-x-auto px-2 md:px-0">
      {TABS.map((tab) => (
        <a
          key={tab.path}
          href={tab.path}
          aria-current={current === tab.path ? "page" : undefined}
          class="flex h-11 items-center border-b-2 border-transparent px-3 font-medium md:px-2.5 whitespace-nowrap text-soft hover:text-base-content aria-[current]:border-accent aria-[current]:text-base-content md:h-16 md:pt-0.5"
        >
          {tab.title}
          {tab.badge && account !== null && <tab.badge account={account} />}
        </a>
      ))}
    </nav>
  );
}
