import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PageSkeleton } from "../components/PageSkeleton.tsx";
import { Trouble } from "../components/Trouble.tsx";

/** A page whose code is fetched when it is opened: shows an outline first, and an error with a retry if that fails. */
export function lazyPage(load: () => Promise<FunctionComponent>): FunctionComponent {
  let loaded: FunctionComponent | undefined;
  return function LazyPage() {
    const [Page, setPage] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded) return;
      load().then(
        (page) => {
          loaded = page;
          setPage(() => page);
        },
        () => setFailed(true),
      );
    }, []);
    if (Page) return <Page />;
    if (failed) return <Trouble what="This page could not be loaded." onRetry={() => location.reload()} />;
    return <PageSkeleton />;
  };
}
