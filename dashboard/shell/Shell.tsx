import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Session } from "../accounts/auth.ts";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";
import { useSession } from "../session.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { AccountPages } from "./AccountPages.tsx";
import { LeaveGuard } from "./LeaveGuard.tsx";
import { Wordmark } from "./Mark.tsx";
import { isHeld } from "./navigation-gate.ts";
import { SessionLost } from "./SessionLost.tsx";
import { Tabs } from "./Tabs.tsx";

/** The frame of every signed-in page. Visitors who are not signed in or not confirmed are sent to do that first. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { data: session, error, refetch } = useSession();
  const { url, route } = useLocation();
  const user = session?.user;
  const shown = useShownUser(user);
  const menuUser = shown ?? user;
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
      <header class="sticky top-0 z-30 border-b border-line bg-base-100">
        <div class="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 px-4 sm:px-6 md:h-16 md:flex-nowrap">
          <a href="/" class="flex h-14 shrink-0 items-center" aria-label="Nightdesk overview">
            <Wordmark />
          </a>
          <div class="order-3 -mx-4 min-w-0 basis-[calc(100%+2rem)] md:order-none md:mx-0 md:basis-auto">
            <Tabs account={shown && shown.id === user?.id ? shown.id : null} />
          </div>
          <div class="ml-auto shrink-0">{menuUser && <AccountMenu user={menuUser} />}</div>
        </div>
      </header>
      <main id="main" tabIndex={-1} class="mx-auto max-w-6xl px-4 py-6 outline-none sm:px-6 sm:py-9">
        {error && !session && !shown && <Trouble what={error.message} onRetry={() => void refetch()} />}
        {!session && !error && !shown && <PageSkeleton />}
        {shown && (
          <AccountPages key={shown.id} id={shown.id}>
            {children}
          </AccountPages>
        )}
      </main>
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
