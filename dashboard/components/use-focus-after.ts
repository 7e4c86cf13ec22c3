import { useEffect, useRef } from "preact/hooks";

/** Moves the focus to this button when the form, row or button that had it is gone. */
export function useFocusAfter(open: boolean, news: string) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef({ open, news });
  useEffect(() => {
    const closed = before.current.open && !open;
    const told = news !== "" && before.current.news !== news;
    before.current = { open, news };
    if (closed || told) button.current?.focus();
  }, [open, news]);
  return button;
}
