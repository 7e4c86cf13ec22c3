type Gate = { here: string; ask: (to: string) => void };

let gate: Gate | null = null;

/** From now on `ask` is called with the address instead of another page being opened. Returns how to end that. */
export function holdNavigation(ask: (to: string) => void): () => void {
  const mine: Gate = { here: location.href, ask };
  gate = mine;
  return () => {
    if (gate === mine) gate = null;
  };
}

// At import, and so before the router's own listener: on window, popstate reaches listeners in the order they were added.
addEventListener("popstate", (event) => {
  if (!gate || location.href === gate.here) return;
  event.stopImmediatePropagation();
  const to = location.pathname + location.search + location.hash;
  history.pushState(null, "", gate.here); // the browser has already gone back
  gate.ask(to);
});

addEventListener("click", onClick, true);

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!gate || !(link instanceof HTMLAnchorElement) || !leaves(link, event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  gate.ask(link.href.replace(location.origin, ""));
}

function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const elsewhere = link.origin !== location.origin || link.target === "_blank";
  const newTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  return !elsewhere && !newTab && link.pathname !== location.pathname;
}
