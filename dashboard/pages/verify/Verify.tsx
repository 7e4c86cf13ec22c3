import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { DoorHeading } from "../../components/DoorHeading.tsx";
import { PageSkeleton } from "../../components/PageSkeleton.tsx";
import { useSession } from "../../session.ts";
import { ResendForm } from "../check-mail/CheckMail.tsx";

/** Where the link in the confirmation mail ends. The server has already judged it, and says so in the address. */
export function Verify() {
  const { query } = useLocation();
  const { token, error } = query;
  useEffect(() => {
    if (token) location.replace(`/api/auth/verify-email?token=${encodeURIComponent(token)}&callbackURL=/verify`);
  }, [token]);
  if (token) return <PageSkeleton />;
  return error ? <Expired /> : <Confirmed />;
}

function Expired() {
  return (
    <>
      <DoorHeading title="This link no longer works">
        It was used already, or is too old. If you can sign in, all is well. Otherwise we send you a new one.
      </DoorHeading>
      <ResendForm />
      <a class="link mt-4 flex min-h-11 items-center justify-center" href="/sign-in">
        Go to sign-in
      </a>
    </>
  );
}

function Confirmed() {
  const { data: session, isPending } = useSession();
  const signedIn = session?.user.emailVerified;
  return (
    <>
      <DoorHeading title="Your e-mail is confirmed">
        Next, tell your agent who you are: your company's name, your hours, and when it should answer.
      </DoorHeading>
      {isPending ? (
        <div class="skeleton h-11" />
      ) : (
        <a class="btn btn-primary h-11 w-full" href={signedIn ? "/settings" : "/sign-in?to=/settings"}>
          {signedIn ? "Set up your agent" : "Sign in"}
        </a>
      )}
    </>
  );
}
