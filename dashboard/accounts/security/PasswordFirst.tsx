import { Notice } from "../../components/Notice.tsx";
import { PasswordField } from "../../components/PasswordField.tsx";
import { useSubmit } from "../../components/submit.ts";
import { withFields } from "../account-refusals.ts";
import { SendButton } from "./SendButton.tsx";

type Props = { onPassword: (password: string) => Promise<void>; onCancel: () => void };

/** Asks for the password, because somebody else may be using a session that was left open. */
export function PasswordFirst({ onPassword, onCancel }: Props) {
  const { onSubmit, busy, problem } = useSubmit(({ proof = "" }) => onPassword(proof).catch(withFields));
  return (
    <form noValidate aria-label="Enter your password" class="grid max-w-md gap-5" onSubmit={onSubmit}>
      {problem && !problem.fields.current && <Notice kind="error">{problem.message}</Notice>}
      <PasswordField
        label="Your password"
        name="proof"
        autocomplete="current-password"
        error={problem?.fields.current}
      />
      <div class="flex flex-wrap gap-2">
        <SendButton busy={busy}>Continue</SendButton>
        <button type="button" class="btn btn-ghost h-11" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
