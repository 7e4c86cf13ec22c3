import type { RequestError } from "../request-error.ts";

/** The session is over, or is another account's than the one this page shows. */
type Doubt = "signed_out" | "other_account";

type Listener = (doubt: Doubt) => void;

const listeners = new Set<Listener>();

/** Tells whoever looks after the session, when a refusal says that it has changed. */
export function raiseDoubt({ status, code }: RequestError): void {
  const doubt = status === 401 ? "signed_out" : code === "other_account" ? "other_account" : null;
  if (doubt) for (const listener of listeners) listener(doubt);
}

/** Returns how to end that. */
export function onDoubt(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
