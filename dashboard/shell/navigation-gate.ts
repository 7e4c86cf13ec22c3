/** An address to open, or something else to do instead of staying on the page. */
export type Leaving = string | (() => void);

const holds = new Set<symbol>();
let here = "";
let ask: (leaving: Leaving) => void = () => undefined;

/** From now on the operator is asked before anything leaves this page. Returns a function that ends that. */
export function holdNavigation(): () => void {
  const mine = Symbol("hold");
  if (holds.size === 0) {
    here = location.href;
    addEventListener("beforeunload", askOnClose);
  }
  holds.add(mine);
  return () => {
    holds.delete(mine);
    if (holds.size === 0) removeEventListener("beforeunload", askOnClose);
  };
}

/** Whether leaving the page would lose something. */
export function isHeld(): boolean {
  return holds.size > 0;
}

/** Gives up what is unsaved: nobody is asked any more. */
export function dropUnsaved(): void {
  holds.clear();
  removeEventListener("beforeunload", askOnClose);
}

/** Does it at once, or after the operator agrees to lose what is unsaved. */
export function leave(how: () => void): void {
  if (isHeld()) ask(how);
  else how();
}

/** Sets who asks the operator. Returns a function that ends that. */
export function onLeaving(asking: (leaving: Leaving) => void): () => void {
  ask = asking;
  return () => {
    if (ask === asking) ask = () => undefined;
  };
}

function askOnClose(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

// Added at import, before the router's own listener: popstate reaches listeners in the order they were added.
addEventListener("popstate", (event) => {
  if (!isHeld() || isSamePage(new URL(location.href), new URL(here))) return;
  event.stopImmediatePropagation();
  const to = location.pathname + location.search + location.hash;
  history.pushState(null, "", here); // the browser has already gone back
  ask(to);
});

addEventListener("click", onClick, true);

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!isHeld() || !(link instanceof HTMLAnchorElement) || !leaves(link, event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(link.href.replace(location.origin, ""));
}

function leaves(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const elsewhere = link.origin !== location.origin || link.target === "_blank" || link.hasAttribute("download");
  const newTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  return !elsewhere && !newTab && !isSamePage(link, location);
}

type Place = Pick<Location, "origin" | "pathname" | "search">;

/** A different hash on the open page is not another page. */
function isSamePage(one: Place, other: Place): boolean {
  return one.origin === other.origin && one.pathname === other.pathname && one.search === other.search;
}
