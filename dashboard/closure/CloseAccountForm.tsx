import { useEffect, useRef } from "preact/hooks";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf } from "../api.ts";
import { Field } from "../components/Field.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { RequestError } from "../request-error.ts";
import { useFreshStart } from "../session.ts";
import { dropUnsaved } from "../shell/navigation-gate.ts";
import { closedCompany } from "./closed-company.ts";

type Props = {
  name: string;
  isCompany: boolean;
  /** Numbers that closing puts back as they were at their carrier. */
  setUp: { phone_number: string; carrier_name: string }[];
  downloading: boolean;
  onCancel: () => void;
};

/** The name must be typed, so that nobody closes an account by accident. */
export function CloseAccountForm({ name, isCompany, setUp, downloading, onCancel }: Props) {
  const goodbye = useFreshStart();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.form?.scrollIntoView({ block: "center" }); // so that the save bar does not cover it
  }, []);
  const { onSubmit, busy, problem } = useSubmit(async ({ confirmation = "" }) => {
    if (downloading) throw stillDownloading();
    if (confirmation.trim() !== name) throw notTheName(isCompany);
    await bodyOf(api["account-closure"].$post({ json: { confirmation } }));
    closedCompany.set(name);
    dropUnsaved();
    goodbye("/goodbye");
  });
  const wrong = problem?.fields.confirmation;
  return (
    <form
      noValidate
      aria-label="Close this account"
      class="grid gap-4 rounded-field border border-error/40 bg-error/5 p-4 sm:p-5"
      onSubmit={onSubmit}
    >
      {setUp.map(({ phone_number, carrier_name }) => (
        <Notice key={phone_number} kind="info">
          {`We have set up ${phoneText(phone_number)} at ${carrier_name}. Closing puts it back exactly as it was before. If somebody has changed it since, or your API key no longer works, we change nothing there and mail you what to do.`}
        </Notice>
      ))}
      {problem && !wrong && <Notice kind="error">{problem.message}</Notice>}
      <Field
        id="confirmation"
        label={
          <>
            To close the account, type <span class="font-semibold break-words">{name}</span>
          </>
        }
        error={wrong}
      >
        {(field) => (
          <input
            {...field}
            ref={input}
            name="confirmation"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            class={`input h-11 w-full ${wrong ? "input-error" : ""}`}
          />
        )}
      </Field>
      <div class="flex flex-wrap justify-end gap-2">
        <button type="button" class="btn btn-ghost h-11" onClick={onCancel}>
          Keep the account
        </button>
        <button type="submit" class="btn btn-error h-11" aria-disabled={busy}>
          {busy ? "Closing…" : "Close permanently"}
        </button>
      </div>
    </form>
  );
}

/** Whatever the closure deletes first would be missing from the file. */
function stillDownloading(): RequestError {
  return new RequestError(409, { error: { code: "conflict", message: "Wait until the download has finished." } });
}

function notTheName(isCompany: boolean): RequestError {
  const what = isCompany ? "the name of your company" : "the e-mail address of your account";
  const fields = { confirmation: `This is not ${what}. Type it exactly as shown.` };
  return new RequestError(400, {
    error: { code: "validation_failed", message: "The account was not closed.", fields },
  });
}
