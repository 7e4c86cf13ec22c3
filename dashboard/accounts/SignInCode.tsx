import { useState } from "preact/hooks";
import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { Notice } from "../components/Notice.tsx";
import { SubmitButton } from "../components/SubmitButton.tsx";
import { useSubmit } from "../components/submit.ts";
import { auth } from "./auth.ts";
import { CodeField } from "./CodeField.tsx";

/** The second step of signing in: a code from the authenticator, or a recovery code if the phone is lost. */
export function SignInCode({ onSignedIn }: { onSignedIn: () => void }) {
  const [recovery, setRecovery] = useState(false);
  const { onSubmit, busy, problem } = useSubmit(async ({ code = "" }) => {
    await (recovery ? auth.useRecoveryCode(code.trim()) : auth.verifyCode(code.trim()));
    onSignedIn();
  });
  return (
    <>
      <EntranceHeading title="Enter your code">
        {recovery ? "Each recovery code works once." : "Your authenticator app shows it."}
      </EntranceHeading>
      <form class="grid gap-5" onSubmit={onSubmit}>
        {problem && <Notice kind="error">{problem.message}</Notice>}
        <CodeField label={recovery ? "Recovery code" : "Code from your app"} recovery={recovery} />
        <SubmitButton busy={busy}>Sign in</SubmitButton>
        <button type="button" class="link min-h-11 justify-self-center" onClick={() => setRecovery((is) => !is)}>
          {recovery ? "Use the app instead" : "Use a recovery code instead"}
        </button>
      </form>
    </>
  );
}
