import { QueryClientProvider } from "@tanstack/preact-query";
import { useErrorBoundary } from "preact/hooks";
import { LocationProvider, Route, Router, useLocation } from "preact-iso";
import { Trouble } from "./components/Trouble.tsx";
import { createQueryClient } from "./query-client.ts";
import { DOORS, SUBPAGES, TABS } from "./routes.tsx";
import { Entrance } from "./shell/Entrance.tsx";
import { useHeadingFocus } from "./shell/heading-focus.ts";
import { NotFound } from "./shell/NotFound.tsx";
import { usePageTitle } from "./shell/page-title.ts";
import { Shell } from "./shell/Shell.tsx";

const queries = createQueryClient();
const SIGNED_IN = [...TABS, ...SUBPAGES];
const PAGES = [...SIGNED_IN, ...DOORS];

export function App() {
  const [error] = useErrorBoundary();
  if (error) return <Trouble what="This page stopped working." onRetry={() => location.reload()} />;
  return (
    <QueryClientProvider client={queries}>
      <LocationProvider>
        <Pages />
      </LocationProvider>
    </QueryClientProvider>
  );
}

function Pages() {
  const { path } = useLocation();
  const current = PAGES.find((page) => page.path === path);
  usePageTitle(current?.title ?? "Not found");
  useHeadingFocus(path);
  const Frame = current && SIGNED_IN.includes(current) ? Shell : Entrance;
  return (
    <Frame>
      <Router>
        {PAGES.map(({ path, component }) => (
          <Route key={path} path={path} component={component} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </Frame>
  );
}
