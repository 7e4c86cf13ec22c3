import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Session } from "../accounts/auth.ts";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { SUBPAGES } from "../routes.tsx";
import { useSession } from "../session.ts";
import { AccountPages } from "./AccountPages.tsx";
import { BottomBar } from "./BottomBar.tsx";
import { LeaveGuard } from "./LeaveGuard.tsx";
import { isHeld } from "./navigation-gate.ts";
import { pageAt } from "./page-at.ts";
import { SessionLost } from "./SessionLost.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { TopBar } from "./TopBar.tsx";
import { useSearch } from "./use-search.tsx";

/** The frame of every signed-in page. Visitors who are not signed in or not confirmed are sent to do that first. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { data: session, error, refetch } = useSession();
  const { path, url, route } = useLocation();
  const user = session?.user;
  const shown = useShownUser(user);
  const menuUser = shown ?? user;
  const account = shown && shown.id === user?.id ? shown.id : null;
  const current = pageAt(SUBPAGES, path)?.tab ?? path;
  const { openSearch, search } = useSearch();
  useEffect(() => {
    if (shown) return;
    if (session === null) route(url === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(url)}`, true);
    else if (user && !user.emailVerified) route("/check-mail", true);
  }, [session]);
  return (
    <>
      <a
        href="#main"
        class="btn btn-primary sr-only h-11 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the page
      </a>
      <div class="md:flex">
        <Sidebar current={current} account={account} user={menuUser} onSearch={openSearch} />
        <div class="min-w-0 flex-1">
          <TopBar user={menuUser} onSearch={openSearch} />
          <main id="main" tabIndex={-1} class="mx-auto max-w-6xl px-4 py-6 outline-none max-md:pb-24 sm:px-6 md:py-8">
            {error && !session && !shown && <Trouble what={error.message} onRetry={() => void refetch()} />}
            {!session && !error && !shown && <PageSkeleton />}
            {shown && (
              <AccountPages key={shown.id} id={shown.id}>
                {children}
              </AccountPages>
            )}
          </main>
        </div>
      </div>
      <BottomBar current={current} account={account} />
      {search}
      <LeaveGuard />
      {shown && shown.id !== user?.id && <SessionLost shown={shown} />}
    </>
  );
}

/** Whose pages are shown: the session's user, or, while something is unsaved, the user who entered it. */
function useShownUser(user: Session["user"] | undefined): Session["user"] | null {
  const shown = useRef<Session["user"] | null>(null);
  if (!shown.current || shown.current.id === user?.id || !isHeld()) shown.current = user?.emailVerified ? user : null;
  return shown.current;
}
