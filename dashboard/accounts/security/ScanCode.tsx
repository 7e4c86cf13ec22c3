import { CopyText } from "../../components/CopyText.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useSubmit } from "../../components/submit.ts";
import { auth } from "../auth.ts";
import { CodeField } from "../CodeField.tsx";
import { QrCode } from "./QrCode.tsx";
import { SendButton } from "./SendButton.tsx";

type Props = { address: string; onConfirmed: () => Promise<void>; onCancel: () => void };

/** The secret to scan or type into an authenticator, and the field for the first code, which proves that it works. */
export function ScanCode({ address, onConfirmed, onCancel }: Props) {
  const secret = new URL(address).searchParams.get("secret") ?? "";
  const { onSubmit, busy, problem } = useSubmit(async ({ code = "" }) => {
    await auth.verifyCode(code);
    await onConfirmed();
  });
  return (
    <form noValidate aria-label="Set up your authenticator" class="grid max-w-md gap-5" onSubmit={onSubmit}>
      <p>Scan this with an authenticator app, then enter the code that it shows.</p>
      <QrCode text={address} />
      <CopyText label="Or type this key" text={secret} />
      {problem && <Notice kind="error">{problem.message}</Notice>}
      <CodeField label="Code from the app" />
      <div class="flex flex-wrap gap-2">
        <SendButton busy={busy}>Switch on</SendButton>
        <button type="button" class="btn btn-ghost h-11" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
