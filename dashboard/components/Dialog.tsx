import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isHeld, leave } from "../shell/navigation-gate.ts";

type Props = {
  title: string;
  onClose: () => void;
  /** A drawer stands at the side, for what is long. */
  drawer?: boolean;
  /** Asks before something unsaved in it is lost. */
  careful?: boolean;
  children: ComponentChildren;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape whatever it asks, and gives the focus back. */
export function Dialog({ title, onClose, drawer = false, careful = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anybody can press a key: an Escape between the drawing and an effect would be lost.
  useLayoutEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    if (drawer) dialog.current?.focus(); // it is read from its top, also what is still being loaded
    return () => queueMicrotask(() => giveBack(opener)); // once the dialog is gone: until then nothing else can have it
  }, []);
  const onCancel = (event: Event) => {
    if (!careful || !isHeld()) return;
    event.preventDefault();
    leave(onClose);
  };
  const close = () => {
    if (!careful) return onClose();
    if (isHeld()) dialog.current?.showModal(); // a second Escape closes it whatever was asked
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

/** A dialog that is taken away while it is open leaves the focus nowhere. */
function giveBack(opener: Element | null): void {
  if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected) {
    opener.focus({ preventScroll: true });
  }
}
