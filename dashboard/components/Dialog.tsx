import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isHeld, leave } from "../shell/navigation-gate.ts";

type Props = {
  title: string;
  onClose: () => void;
  /** Opens at the side, for long content. */
  drawer?: boolean;
  /** Asks before unsaved changes in it are lost. */
  careful?: boolean;
  children: ComponentChildren;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape, and returns the focus. */
export function Dialog({ title, onClose, drawer = false, careful = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // In a layout effect, so that an Escape pressed right after drawing is not lost.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    if (drawer) dialog.current?.focus(); // read from the top, even while its content is loading
    return () => queueMicrotask(() => returnFocus(opener)); // after the dialog is gone; nothing else can have the focus before
  }, []);
  const onCancel = (event: Event) => {
    if (!careful || !isHeld()) return;
    event.preventDefault();
    leave(onClose);
  };
  const close = () => {
    if (!careful) return onClose();
    if (isHeld()) dialog.current?.showModal(); // browsers close it on a second Escape without asking
    leave(onClose);
  };
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      tabIndex={-1}
      onCancel={onCancel}
      onClose={close}
      class={`panel fixed inset-0 m-auto max-h-[85dvh] w-full max-w-lg overflow-y-auto p-6 text-base-content shadow-2xl outline-none backdrop:bg-black/55 max-sm:max-w-[calc(100%-2rem)] ${drawer ? "sm:mr-0 sm:h-dvh sm:max-h-none sm:rounded-r-none" : ""}`}
    >
      <h2 class="text-lg font-semibold">{title}</h2>
      {children}
    </dialog>
  );
}

/** A dialog that is removed while it is open leaves the focus nowhere. */
function returnFocus(opener: Element | null): void {
  if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) {
    opener.focus({ preventScroll: true });
  }
}
