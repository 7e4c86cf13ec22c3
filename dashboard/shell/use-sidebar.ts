import { useEffect, useState } from "preact/hooks";

const KEY = "nightdesk.sidebar";
const ROOMY = matchMedia("(min-width: 80rem)"); // Tailwind's xl: below it the page needs the width more

/** Whether the sidebar shows words beside its icons: as the operator chose, otherwise where there is room for them. */
export function useSidebar(): [boolean, () => void] {
  const [chosen, setChosen] = useState(stored);
  const [roomy, setRoomy] = useState(ROOMY.matches);
  useEffect(() => {
    const follow = () => setRoomy(ROOMY.matches);
    ROOMY.addEventListener("change", follow);
    return () => ROOMY.removeEventListener("change", follow);
  }, []);
  const open = chosen ?? roomy;
  const toggle = () => {
    setChosen(!open);
    save(!open);
  };
  return [open, toggle];
}

function stored(): boolean | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : text === "open";
  } catch {
    return null; // storage is turned off
  }
}

function save(open: boolean): void {
  try {
    localStorage.setItem(KEY, open ? "open" : "closed");
  } catch {
    // Storage is turned off: the choice lasts until the page is closed.
  }
}
