import { useState } from "preact/hooks";
import { NewPasswordField } from "../../components/NewPasswordField.tsx";
import { Notice } from "../../components/Notice.tsx";
import { PasswordField } from "../../components/PasswordField.tsx";
import { useSubmit } from "../../components/submit.ts";
import { passwordRefusal, withFields } from "../account-refusals.ts";
import { auth } from "../auth.ts";
import { SendButton } from "./SendButton.tsx";

export function ChangePassword() {
  const [times, setTimes] = useState(0);
  const { onSubmit, busy, problem } = useSubmit(async ({ current = "", password = "" }) => {
    const refusal = passwordRefusal(password);
    if (refusal) withFields(refusal);
    await auth.changePassword({ currentPassword: current, newPassword: password }).catch(withFields);
    setTimes((so_far) => so_far + 1);
  });
  const elsewhere = problem && !problem.fields.password && !problem.fields.current;
  return (
    <form key={times} noValidate aria-label="Change the password" class="grid max-w-md gap-5" onSubmit={onSubmit}>
      {times > 0 && !problem && (
        <Notice kind="success">Your password has been changed. Every other device is signed out.</Notice>
      )}
      {elsewhere && <Notice kind="error">{problem.message}</Notice>}
      <PasswordField
        label="Current password"
        name="current"
        autocomplete="current-password"
        error={problem?.fields.current}
      />
      <NewPasswordField label="New password" error={problem?.fields.password} />
      <SendButton busy={busy}>Change the password</SendButton>
    </form>
  );
}
