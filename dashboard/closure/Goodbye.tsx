import { DoorHeading } from "../components/DoorHeading.tsx";
import { closedCompany } from "./closed-company.ts";

/** After an account was closed. It needs no session, because there is none any more. */
export function Goodbye() {
  const name = closedCompany.get();
  return (
    <>
      <DoorHeading title="Goodbye">
        {name ? (
          <span class="break-words">The account of {name} is being closed.</span>
        ) : (
          "The account is being closed."
        )}{" "}
        Thank you for having been with us.
      </DoorHeading>
      <h2 class="font-semibold">What is still going on</h2>
      <ol class="mt-2 grid list-decimal gap-1.5 pl-5 text-soft">
        <li>Your numbers are being let go. A call that comes before that is still answered.</li>
        <li>Passwords, transcripts, calls, messages, reservations and drivers are being deleted.</li>
        <li>At the end the account itself goes.</li>
      </ol>
      <p class="mt-5 text-soft">
        This takes a few minutes, and goes on by itself: you can close this page. Until it is done nobody can sign in;
        after that you can sign up again with the same address, and start empty.
      </p>
      <a class="link mt-5 inline-flex min-h-11 items-center" href="/sign-up">
        Create a new account
      </a>
    </>
  );
}
