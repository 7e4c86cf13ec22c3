import { useLocation } from "preact-iso";
import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { useSession } from "../session.ts";
import { ResendForm } from "./CheckMail.tsx";

/** The link in the confirmation mail ends here. The server has already checked it and puts the result in the address. */
export function Verify() {
  const { query } = useLocation();
  if (query.error) return <Expired />;
  return query.confirmed ? <Confirmed /> : <NotYet />;
}

/** For visitors who come without a link. */
function NotYet() {
  return (
    <>
      <EntranceHeading title="Confirm your e-mail">
        Open the link in the e-mail we sent you. If you have already opened it, sign in. If it did not arrive, we can
        send another one.
      </EntranceHeading>
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
      <EntranceHeading title="This link no longer works">
        It has already been used or has expired. If you can sign in, you do not need it. Otherwise we can send you a new
        one.
      </EntranceHeading>
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
      <EntranceHeading title="Your e-mail is confirmed">
        Next, set up your agent: your company's name, your hours, and when it should answer.
      </EntranceHeading>
      {isPending ? (
        <div class="skeleton h-11" />
      ) : (
        <a class="btn btn-primary h-11 w-full" href={signedIn ? "/welcome" : "/sign-in?to=/welcome"}>
          {signedIn ? "Set up your agent" : "Sign in"}
        </a>
      )}
    </>
  );
}
