import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { useSession } from "../../session.ts";
import { Section } from "../../settings/Section.tsx";
import { ChangePassword } from "./ChangePassword.tsx";
import { TwoFactor } from "./TwoFactor.tsx";

/** How an operator signs in: the password, and the second factor. */
export function SecurityPage() {
  const { data: session } = useSession();
  if (!session) return <PageSkeleton />;
  return (
    <div class="grid gap-5">
      <h1 class="text-2xl font-semibold">Password and two-factor</h1>
      <Section id="password-section" title="Password" about="Changing it signs you out on every other device.">
        <ChangePassword />
      </Section>
      <Section
        id="two-factor-section"
        title="Two-factor sign-in"
        about="Besides your password, signing in asks for a code that an app on your phone shows."
      >
        <TwoFactor on={session.user.twoFactorEnabled === true} />
      </Section>
    </div>
  );
}
