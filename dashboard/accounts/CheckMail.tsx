import { MailCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import { EmailField } from "../components/EmailField.tsx";
import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { Notice } from "../components/Notice.tsx";
import { SubmitButton } from "../components/SubmitButton.tsx";
import { useSubmit } from "../components/submit.ts";
import { auth } from "./auth.ts";
import { pendingEmail } from "./pending-email.ts";

export function CheckMail() {
  return (
    <>
      <MailCheck size={30} aria-hidden="true" class="mb-4 text-accent-ink" />
      <EntranceHeading title="Check your e-mail">
        We sent you a link. Open it to confirm your e-mail address, then sign in. It can take a minute. Check your spam
        folder too.
      </EntranceHeading>
      <ResendForm />
      <a class="link mt-4 flex min-h-11 items-center justify-center" href="/sign-in">
        Back to sign-in
      </a>
    </>
  );
}

/** Sends the confirmation link again. The answer is the same whether or not the address has an account. */
export function ResendForm() {
  const [sent, setSent] = useState(false);
  const { onSubmit, busy, problem } = useSubmit(async ({ email = "" }) => {
    setSent(false);
    await auth.resendVerification(email);
    pendingEmail.set(email);
    setSent(true);
  });
  return (
    <form class="grid gap-5" onSubmit={onSubmit}>
      {problem && <Notice kind="error">{problem.message}</Notice>}
      {sent && <Notice kind="success">If this address has not been confirmed yet, a new link is on its way.</Notice>}
      <EmailField value={pendingEmail.get()} />
      <SubmitButton busy={busy}>Send the link again</SubmitButton>
    </form>
  );
}
