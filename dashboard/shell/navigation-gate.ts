/** Where the operator wants to go, or what to do instead of staying. */
export type Leaving = string | (() => void);

const holds = new Set<symbol>();
let here = "";
let ask: (leaving: Leaving) => void = () => undefined;

/** From now on the operator is asked before anything leaves this page. Returns how to end that. */
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

/** Is there something that leaving would lose? */
export function isHeld(): boolean {
  return holds.size > 0;
}

/** What is unsaved may be lost: nobody is asked any more. */
export function letGo(): void {
  holds.clear();
  removeEventListener("beforeunload", askOnClose);
}

/** Does it at once, or when the operator agrees to lose what is unsaved. */
export function leave(how: () => void): void {
  if (isHeld()) ask(how);
  else how();
}

/** Who puts the question to the operator. Returns how to end that. */
export function onLeaving(asking: (leaving: Leaving) => void): () => void {
  ask = asking;
  return () => {
    if (ask === asking) ask = () => undefined;
  };
}

function askOnClose(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

// At import, and so before the router's own listener: on window, popstate reaches listeners in the order they were added.
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

/** Another place of the page that is open is not another page. */
function isSamePage(one: Place, other: Place): boolean {
  return one.origin === other.origin && one.pathname === other.pathname && one.search === other.search;
}
