import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { type Leaving, onLeaving } from "./navigation-gate.ts";

/** Asks before the operator leaves a page with unsaved changes. */
export function LeaveGuard() {
  const { route } = useLocation();
  const [leaving, setLeaving] = useState<{ how: Leaving } | null>(null);
  useEffect(() => onLeaving((how) => setLeaving({ how })), []);
  if (!leaving) return null;
  const { how } = leaving;
  const stay = () => setLeaving(null);
  return (
    <LeaveDialog
      onStay={stay}
      onLeave={() => {
        stay();
        if (typeof how === "string") route(how);
        else how();
      }}
    />
  );
}
