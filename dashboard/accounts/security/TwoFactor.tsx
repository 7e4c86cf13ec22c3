import { useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { Notice } from "../../components/Notice.tsx";
import { sessionQuery } from "../../session.ts";
import { auth } from "../auth.ts";
import { PasswordFirst } from "./PasswordFirst.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { ScanCode } from "./ScanCode.tsx";

type Step =
  | { name: "shown" }
  | { name: "asks"; what: "on" | "off" | "codes" }
  | { name: "scan"; address: string; codes: string[] }
  | { name: "codes"; codes: string[] };

/** Switches the second factor on and off. Its secret and the recovery codes are shown once, and kept only in this step. */
export function TwoFactor({ on }: { on: boolean }) {
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>({ name: "shown" });
  const back = () => setStep({ name: "shown" });
  const refresh = () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey });

  if (step.name === "scan") {
    const confirmed = async () => {
      setStep({ name: "codes", codes: step.codes });
      await refresh();
    };
    return <ScanCode address={step.address} onConfirmed={confirmed} onCancel={back} />;
  }
  if (step.name === "codes") return <RecoveryCodes codes={step.codes} onDone={back} />;
  if (step.name === "asks") {
    const send = async (password: string) => {
      if (step.what === "off") {
        await auth.disableTwoFactor(password);
        await refresh();
        return back();
      }
      if (step.what === "codes") {
        const { backupCodes } = await auth.newRecoveryCodes(password);
        return setStep({ name: "codes", codes: backupCodes });
      }
      const { totpURI, backupCodes } = await auth.enableTwoFactor(password);
      setStep({ name: "scan", address: totpURI, codes: backupCodes });
    };
    return <PasswordFirst onPassword={send} onCancel={back} />;
  }
  const ask = (what: "on" | "off" | "codes") => () => setStep({ name: "asks", what });
  if (!on) {
    return (
      <button type="button" class="btn btn-primary h-11 justify-self-start" onClick={ask("on")}>
        Switch on two-factor
      </button>
    );
  }
  return (
    <>
      <Notice kind="success">Two-factor is on. Signing in asks for a code.</Notice>
      <div class="flex flex-wrap gap-2">
        <button type="button" class="btn h-11" onClick={ask("codes")}>
          New recovery codes
        </button>
        <button type="button" class="btn h-11" onClick={ask("off")}>
          Switch off two-factor
        </button>
      </div>
    </>
  );
}
