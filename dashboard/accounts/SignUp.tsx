import { useLocation } from "preact-iso";
import { EmailField } from "../components/EmailField.tsx";
import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { Field } from "../components/Field.tsx";
import { NewPasswordField } from "../components/NewPasswordField.tsx";
import { Notice } from "../components/Notice.tsx";
import { SubmitButton } from "../components/SubmitButton.tsx";
import { useSubmit } from "../components/submit.ts";
import { passwordRefusal, withFields } from "./account-refusals.ts";
import { auth } from "./auth.ts";
import { pendingEmail } from "./pending-email.ts";

export function SignUp() {
  const { route } = useLocation();
  const { onSubmit, busy, problem } = useSubmit(async ({ name = "", email = "", password = "" }) => {
    const refusal = passwordRefusal(password);
    if (refusal) withFields(refusal);
    await auth.signUp({ name: name.trim(), email, password }).catch(withFields);
    pendingEmail.set(email);
    route("/check-mail");
  });
  const elsewhere = problem && Object.keys(problem.fields).length === 0;
  return (
    <>
      <EntranceHeading title="Create your account">
        Already have one?{" "}
        <a class="link" href="/sign-in">
          Sign in
        </a>
      </EntranceHeading>
      <form class="grid gap-5" onSubmit={onSubmit}>
        {elsewhere && <Notice kind="error">{problem.message}</Notice>}
        <Field id="name" label="Your name" error={problem?.fields.name}>
          {(field) => <input {...field} name="name" autocomplete="name" required maxLength={120} class="input h-11" />}
        </Field>
        <EmailField error={problem?.fields.email} />
        <NewPasswordField label="Password" error={problem?.fields.password} />
        <SubmitButton busy={busy}>Create account</SubmitButton>
      </form>
    </>
  );
}
