import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { isSearchKey } from "./search-keys.ts";

type Palette = FunctionComponent<{ onClose: () => void }>;

let loaded: Palette | undefined;

/** The search over everything: opens with a key or by a button, and is fetched when it is first wanted. */
export function useSearch(): { openSearch: () => void; search: preact.ComponentChildren } {
  const [open, setOpen] = useState(false);
  const [Shown, setShown] = useState(() => loaded);
  const openSearch = () => {
    setOpen(true);
    if (loaded) return;
    import("../palette/Palette.tsx").then(
      ({ Palette }) => {
        loaded = Palette;
        setShown(() => Palette);
      },
      () => setOpen(false), // without a connection nothing could be found either
    );
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A question that is open wants its answer first.
      if (!isSearchKey(event) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      openSearch();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return { openSearch, search: open && Shown ? <Shown onClose={() => setOpen(false)} /> : null };
}
