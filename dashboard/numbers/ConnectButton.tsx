import { PlugZap, RotateCw } from "lucide-preact";
import { Notice } from "../components/Notice.tsx";
import type { PhoneNumber } from "../replies.ts";
import { useCompanyZone } from "../times/company-zone.ts";
import { useConnect } from "./use-connect.ts";

type Props = {
  number: PhoneNumber;
  /** Saves the changes on the page first; false if that was refused. */
  save?: () => Promise<boolean>;
  /** Shows the reasons at their fields; true if there was a field for them. */
  onRefused?: Parameters<typeof useConnect>[1]["onRefused"];
};

/** Connects the number to our phone service, for the first time or again. */
export function ConnectButton({ number, save, onRefused }: Props) {
  const { busy, problem, connect } = useConnect(number.id, { save, onRefused });
  if (useCompanyZone() === null) return <SettingsFirst />;
  const again = number.status === "error";
  const Icon = again ? RotateCw : PlugZap;
  return (
    <div class="grid gap-3">
      {problem && <Notice kind="error">{problem}</Notice>}
      <button
        type="button"
        class={`btn h-11 justify-self-start ${again && !save ? "" : "btn-primary"}`}
        aria-disabled={busy}
        onClick={connect}
      >
        <Icon size={17} aria-hidden="true" /> {again ? "Retry" : "Connect"}
        <span class="sr-only"> {number.phone_number}</span>
      </button>
    </div>
  );
}

/** Without settings the agent would not know the company's name and hours. */
function SettingsFirst() {
  return (
    <p>
      First{" "}
      <a class="link" href="/settings">
        save your company's name and hours in Agent Settings
      </a>
      . Your agent needs both to answer.
    </p>
  );
}
