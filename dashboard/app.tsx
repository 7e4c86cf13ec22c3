import { QueryClientProvider } from "@tanstack/preact-query";
import { useErrorBoundary, useLayoutEffect } from "preact/hooks";
import { LocationProvider, Route, Router, useLocation } from "preact-iso";
import { Trouble } from "./components/Trouble.tsx";
import { createQueryClient } from "./query-client.ts";
import { FOLDED, type Page, SIGNED_OUT_PAGES, SUBPAGES, TABS } from "./routes.tsx";
import { Entrance } from "./shell/Entrance.tsx";
import { useHeadingFocus } from "./shell/heading-focus.ts";
import { NotFound } from "./shell/NotFound.tsx";
import { movedTo, pageAt } from "./shell/page-at.ts";
import { usePageTitle } from "./shell/page-title.ts";
import { Shell } from "./shell/Shell.tsx";

const queries = createQueryClient();
const SIGNED_IN: Page[] = [...TABS, ...SUBPAGES];
const PAGES = [...SIGNED_IN, ...SIGNED_OUT_PAGES];

export function App() {
  const [error] = useErrorBoundary();
  if (error) return <Trouble what="This page stopped working." onRetry={() => location.reload()} />;
  return (
    <QueryClientProvider client={queries}>
      <LocationProvider>
        <Site />
      </LocationProvider>
    </QueryClientProvider>
  );
}

/** An old address is replaced before anything is drawn at it. */
function Site() {
  const { url, route } = useLocation();
  const moved = movedTo(SUBPAGES, FOLDED, url);
  useLayoutEffect(() => {
    if (moved) route(moved, true);
  }, [moved]);
  return moved ? null : <CurrentPage />;
}

function CurrentPage() {
  const { path } = useLocation();
  const current = pageAt(PAGES, path);
  usePageTitle(current?.title ?? "Not found");
  useHeadingFocus(path);
  if (!current) {
    return (
      <Entrance>
        <NotFound />
      </Entrance>
    );
  }
  const Frame = SIGNED_IN.includes(current) ? Shell : Entrance;
  return (
    <Frame>
      <Router>
        {PAGES.map(({ path, component }) => (
          <Route key={path} path={path} component={component} />
        ))}
      </Router>
    </Frame>
  );
}
