import { useLocation } from "preact-iso";
import { DoorHeading } from "../components/DoorHeading.tsx";
import { EmailField } from "../components/EmailField.tsx";
import { Notice } from "../components/Notice.tsx";
import { PasswordField } from "../components/PasswordField.tsx";
import { SubmitButton } from "../components/SubmitButton.tsx";
import { useSubmit } from "../components/submit.ts";
import { RequestError } from "../request-error.ts";
import { useFreshStart } from "../session.ts";
import { auth } from "./auth.ts";
import { pendingEmail } from "./pending-email.ts";

export function SignIn() {
  const { query, route } = useLocation();
  const startAt = useFreshStart();
  const { onSubmit, busy, problem } = useSubmit(async ({ email = "", password = "" }) => {
    try {
      await auth.signIn({ email, password });
      startAt(pathWithin(query.to));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.code === "EMAIL_NOT_VERIFIED") {
        pendingEmail.set(email);
        route("/check-mail");
        return;
      }
      throw error.status === 400 || error.status === 401 ? notRight(error) : error;
    }
  });
  return (
    <>
      <DoorHeading title="Sign in">
        New here?{" "}
        <a class="link" href="/sign-up">
          Create an account
        </a>
      </DoorHeading>
      <form class="grid gap-5" onSubmit={onSubmit}>
        {query.reset === "done" && !problem && (
          <Notice kind="success">Your password is changed. Sign in with it.</Notice>
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

// One sentence for a wrong password and for an unknown address: nobody learns who has an account.
function notRight(error: RequestError): RequestError {
  const message = "E-mail and password do not match. Check both, or reset your password.";
  return new RequestError(error.status, { error: { code: error.code, message } });
}

/** Where to go on, if it is a path of this site. */
function pathWithin(to: string | undefined): string {
  return to?.startsWith("/") && !/^\/[/\\]/.test(to) ? to : "/";
}
