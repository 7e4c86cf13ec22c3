import { useQuery } from "@tanstack/preact-query";
import { useEffect, useState } from "preact/hooks";
import type { Session } from "../accounts/auth.ts";
import { onDoubt } from "../accounts/session-doubt.ts";
import { Dialog } from "../components/Dialog.tsx";
import { sessionQuery } from "../session.ts";
import { dropUnsaved } from "./navigation-gate.ts";

type Props = { shown: Session["user"] };

const CHECK_MS = 3000; // the operator may sign in again in another tab

/** For a page with unsaved changes whose session ended: the page stays until its operator has signed in again. */
export function SessionLost({ shown }: Props) {
  const { data: session } = useQuery({ ...sessionQuery, refetchInterval: CHECK_MS });
  const [asking, setAsking] = useState(true);
  useEffect(() => onDoubt(() => setAsking(true)), []);
  if (!asking) return null;
  const reload = () => {
    dropUnsaved();
    location.reload();
  };
  return (
    <Dialog title={session ? "Another account is signed in" : "You are signed out"} onClose={() => setAsking(false)}>
      <p class="mt-1.5 text-soft">
        Your changes are still on this page but are not saved. Sign in as {shown.email} in a new tab, then come back and
        save again.
      </p>
      <div class="mt-6 flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={reload}>
          Leave and lose changes
        </button>
        <a class="btn btn-primary h-11" href="/sign-in" target="_blank" rel="noopener">
          Sign in in a new tab
        </a>
      </div>
    </Dialog>
  );
}
