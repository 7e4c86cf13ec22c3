import { useState } from "preact/hooks";
import { EmailField } from "../components/EmailField.tsx";
import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { Notice } from "../components/Notice.tsx";
import { SubmitButton } from "../components/SubmitButton.tsx";
import { useSubmit } from "../components/submit.ts";
import { auth } from "./auth.ts";

export function Forgot() {
  const [sent, setSent] = useState(false);
  const { onSubmit, busy, problem } = useSubmit(async ({ email = "" }) => {
    setSent(false);
    await auth.requestReset(email);
    setSent(true);
  });
  return (
    <>
      <EntranceHeading title="Reset your password">
        Enter your e-mail address and we will send you a link.
      </EntranceHeading>
      <form class="grid gap-5" onSubmit={onSubmit}>
        {problem && <Notice kind="error">{problem.message}</Notice>}
        {sent && (
          <Notice kind="success">
            If an account has this address, a link is on its way. It works for one hour. Check your spam folder too.
          </Notice>
        )}
        <EmailField />
        <SubmitButton busy={busy}>Send the link</SubmitButton>
        <a class="link inline-flex min-h-11 items-center justify-self-center" href="/sign-in">
          Back to sign-in
        </a>
      </form>
    </>
  );
}
