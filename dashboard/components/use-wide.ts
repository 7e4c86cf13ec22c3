import { useEffect, useState } from "preact/hooks";

const WIDE_PX = 880; // six columns of text, such as the reservations'

/** Whether the page has room for a table. Only the table or the cards are drawn: drawing both would take twice as long. */
export function useWide(): boolean {
  const [wide, setWide] = useState(hasRoom);
  useEffect(() => {
    const page = pageElement();
    if (!page) return;
    const watch = new ResizeObserver(() => setWide(hasRoom()));
    watch.observe(page);
    return () => watch.disconnect();
  }, []);
  return wide;
}

/** The width of the page and not of the window, because the sidebar takes more or less of it. */
function hasRoom(): boolean {
  return (pageElement()?.clientWidth ?? innerWidth) >= WIDE_PX;
}

function pageElement(): HTMLElement | null {
  return document.getElementById("main");
}
