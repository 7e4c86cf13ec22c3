import { useEffect, useRef } from "preact/hooks";

/** The form, row or button that had the focus is gone: it goes on at this button, from where a keyboard finds its way. */
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
