import { useLocation } from "preact-iso";
import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { NewPasswordField } from "../components/NewPasswordField.tsx";
import { Notice } from "../components/Notice.tsx";
import { SubmitButton } from "../components/SubmitButton.tsx";
import { useSubmit } from "../components/submit.ts";
import { passwordRefusal, withFields } from "./account-refusals.ts";
import { auth } from "./auth.ts";

export function Reset() {
  const { query } = useLocation();
  if (query.error || !query.token) return <Expired />;
  return <NewPassword token={query.token} />;
}

function NewPassword({ token }: { token: string }) {
  const { route } = useLocation();
  const { onSubmit, busy, problem } = useSubmit(async ({ password = "" }) => {
    const refusal = passwordRefusal(password);
    if (refusal) withFields(refusal);
    await auth.resetPassword({ token, newPassword: password }).catch(withFields);
    route("/sign-in?reset=done", true);
  });
  if (problem?.code === "INVALID_TOKEN") return <Expired />;
  return (
    <>
      <EntranceHeading title="Choose a new password">Saving it signs you out on every other device.</EntranceHeading>
      <form class="grid gap-5" onSubmit={onSubmit}>
        {problem && !problem.fields.password && <Notice kind="error">{problem.message}</Notice>}
        <NewPasswordField label="New password" error={problem?.fields.password} />
        <SubmitButton busy={busy}>Save the password</SubmitButton>
      </form>
    </>
  );
}

function Expired() {
  return (
    <>
      <EntranceHeading title="This link no longer works">It has already been used or has expired.</EntranceHeading>
      <a class="btn btn-primary h-11 w-full" href="/forgot">
        Send a new link
      </a>
    </>
  );
}
