import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { EmailField } from "../components/EmailField.tsx";
import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { Notice } from "../components/Notice.tsx";
import { PasswordField } from "../components/PasswordField.tsx";
import { SubmitButton } from "../components/SubmitButton.tsx";
import { useSubmit } from "../components/submit.ts";
import { RequestError } from "../request-error.ts";
import { useFreshStart } from "../session.ts";
import { auth } from "./auth.ts";
import { pendingEmail } from "./pending-email.ts";
import { SignInCode } from "./SignInCode.tsx";

export function SignIn() {
  const { query, route } = useLocation();
  const startAt = useFreshStart();
  const [asksCode, setAsksCode] = useState(false);
  const { onSubmit, busy, problem } = useSubmit(async ({ email = "", password = "" }) => {
    try {
      const { twoFactorRedirect } = await auth.signIn({ email, password });
      if (twoFactorRedirect) setAsksCode(true);
      else startAt(pathWithin(query.to));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.code === "EMAIL_NOT_VERIFIED") {
        pendingEmail.set(email);
        route("/check-mail");
        return;
      }
      throw error.status === 400 || error.status === 401 ? wrongCredentials(error) : error;
    }
  });
  if (asksCode) return <SignInCode onSignedIn={() => startAt(pathWithin(query.to))} />;
  return (
    <>
      <EntranceHeading title="Sign in">
        New here?{" "}
        <a class="link" href="/sign-up">
          Create an account
        </a>
      </EntranceHeading>
      <form class="grid gap-5" onSubmit={onSubmit}>
        {query.reset === "done" && !problem && (
          <Notice kind="success">Your password has been changed. Sign in with the new one.</Notice>
        )}
        {problem && <Notice kind="error">{problem.message}</Notice>}
        <EmailField />
        <PasswordField label="Password" name="password" autocomplete="current-password" />
        <SubmitButton busy={busy}>Sign in</SubmitButton>
        <a class="link inline-flex min-h-11 items-center justify-self-center" href="/forgot">
          Forgot your password?
        </a>
      </form>
    </>
  );
}

// The same sentence for a wrong password and an unknown address, so that nobody learns who has an account.
function wrongCredentials(error: RequestError): RequestError {
  const message = "The e-mail or password is wrong. Check both, or reset your password.";
  return new RequestError(error.status, { error: { code: error.code, message } });
}

/** The path to open after signing in; only paths of this site are accepted. */
function pathWithin(to: string | undefined): string {
  return to?.startsWith("/") && !/^\/[/\\]/.test(to) ? to : "/";
}
