import type { RequestError } from "../request-error.ts";

/** The session has ended, or belongs to a different account from the one that this page shows. */
type Doubt = "signed_out" | "other_account";

type Listener = (doubt: Doubt) => void;

const listeners = new Set<Listener>();

/** Tells the listeners when a refusal means that the session has changed. */
export function raiseDoubt({ status, code }: RequestError): void {
  const doubt = status === 401 ? "signed_out" : code === "other_account" ? "other_account" : null;
  if (doubt) for (const listener of listeners) listener(doubt);
}

/** Returns a function that removes the listener. */
export function onDoubt(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
