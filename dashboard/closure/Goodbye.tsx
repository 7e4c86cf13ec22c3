import { EntranceHeading } from "../components/EntranceHeading.tsx";
import { closedCompany } from "./closed-company.ts";

/** Shown after an account was closed. It needs no session, because there is none any more. */
export function Goodbye() {
  const name = closedCompany.get();
  return (
    <>
      <EntranceHeading title="Goodbye">
        {name ? (
          <span class="break-words">The account of {name} is being closed.</span>
        ) : (
          "The account is being closed."
        )}{" "}
        Thank you for using Nightdesk.
      </EntranceHeading>
      <h2 class="font-semibold">What happens next</h2>
      <ol class="mt-2 grid list-decimal gap-1.5 pl-5 text-soft">
        <li>Your numbers are being released. Calls that come before that are still answered.</li>
        <li>Passwords, transcripts, calls, messages, reservations and drivers are being deleted.</li>
        <li>Finally, the account itself is deleted.</li>
      </ol>
      <p class="mt-5 text-soft">
        This takes a few minutes and runs on its own, so you can close this page. Nobody can sign in until it is done.
        After that you can sign up again with the same address and start from scratch.
      </p>
      <a class="link mt-5 inline-flex min-h-11 items-center" href="/sign-up">
        Create a new account
      </a>
    </>
  );
}
