import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

type Props = {
  title: string;
  onClose: () => void;
  /** A drawer stands at the side, for what is long. */
  drawer?: boolean;
  children: ComponentChildren;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape whatever it asks, and gives the focus back. */
export function Dialog({ title, onClose, drawer = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onClose={onClose}
      class={`panel fixed inset-0 m-auto max-h-[85dvh] w-full max-w-lg overflow-y-auto p-6 text-base-content shadow-2xl backdrop:bg-black/55 max-sm:max-w-[calc(100%-2rem)] ${drawer ? "sm:mr-0 sm:h-dvh sm:max-h-none sm:rounded-r-none" : ""}`}
    >
      <h2 class="text-lg font-semibold">{title}</h2>
      {children}
    </dialog>
  );
}
