import { useLocation } from "preact-iso";
import { DoorHeading } from "../components/DoorHeading.tsx";
import { useSession } from "../session.ts";
import { ResendForm } from "./CheckMail.tsx";

/** Where the link in the confirmation mail ends. The server has already judged it, and says so in the address. */
export function Verify() {
  const { query } = useLocation();
  if (query.error) return <Expired />;
  return query.confirmed ? <Confirmed /> : <NotYet />;
}

/** Somebody came without a link. */
function NotYet() {
  return (
    <>
      <DoorHeading title="Confirm your e-mail">
        Open the link in the mail we sent you. If you have opened it already, sign in; if it did not arrive, we send
        another one.
      </DoorHeading>
      <ResendForm />
      <a class="link mt-4 flex min-h-11 items-center justify-center" href="/sign-in">
        Go to sign-in
      </a>
    </>
  );
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
