import { useQuery, useQueryClient } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { api, bodyOf, done } from "../api.ts";
import { ConfirmDialog } from "../components/ConfirmDialog.tsx";
import { Notice } from "../components/Notice.tsx";
import { useSubmit } from "../components/submit.ts";
import { CarrierKeyFields } from "./CarrierKeyFields.tsx";
import { CarrierTextField } from "./CarrierTextField.tsx";
import { telnyxQuery, twilioQuery } from "./carrier-query.ts";
import { SecretField } from "./SecretField.tsx";

type Carrier = "twilio" | "telnyx";

const WORDS: Record<Carrier, { name: string; about: string }> = {
  twilio: {
    name: "Twilio",
    about:
      "Twilio signs each request with your account's auth token. We check it, so that nobody else can ask in your name.",
  },
  telnyx: {
    name: "Telnyx",
    about:
      "Telnyx signs each request. We check it with your account's public key, so that nobody else can ask in your name.",
  },
};

/** The operator's account at the carrier: what its requests are checked by. */
export function CarrierAccount({ carrier }: { carrier: Carrier }) {
  const queries = useQueryClient();
  const twilio = useQuery({ ...twilioQuery, enabled: carrier === "twilio" }).data;
  const telnyx = useQuery({ ...telnyxQuery, enabled: carrier === "telnyx" }).data;
  const [saves, setSaves] = useState(0);
  const [removing, setRemoving] = useState(false);
  const changed = () =>
    Promise.all(
      ["carriers", "number-route", "route-setup"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  const { onSubmit, busy, problem } = useSubmit(async (values) => {
    const text = (name: string) => values[name] ?? "";
    if (carrier === "twilio") {
      const json = {
        account_sid: text("account_sid"),
        auth_token: text("auth_token"),
        api_key_sid: text("api_key_sid"),
        api_key_secret: text("api_key_secret"),
      };
      await bodyOf(api.carriers.twilio.$put({ json }));
    } else {
      const json = { public_key: text("public_key"), api_key: text("api_key") };
      await bodyOf(api.carriers.telnyx.$put({ json }));
    }
    await changed();
    setSaves((count) => count + 1);
  });
  const known = carrier === "twilio" ? twilio : telnyx;
  if (!known) return null;
  const { name, about } = WORDS[carrier];
  const stored = carrier === "twilio" ? twilio?.account_sid : telnyx?.public_key;
  const fields = problem?.fields ?? {};
  return (
    <section class="panel p-5 sm:p-6" aria-labelledby="account-title">
      <h2 id="account-title" class="text-lg font-semibold">{`Your ${name} account`}</h2>
      <p class="mt-0.5 mb-4 text-soft">{about}</p>
      <form key={saves} noValidate class="grid gap-5" onSubmit={onSubmit}>
        {problem && Object.keys(fields).length === 0 && <Notice kind="error">{problem.message}</Notice>}
        {saves > 0 && !problem && <Notice kind="success">{`Your ${name} account is saved.`}</Notice>}
        <div class="grid items-start gap-5 md:grid-cols-2">
          <CarrierTextField
            name={carrier === "twilio" ? "account_sid" : "public_key"}
            label={carrier === "twilio" ? "Account SID" : "Public key"}
            hint={
              carrier === "twilio"
                ? "It begins with AC. Twilio's console shows it on its first page."
                : "Telnyx's portal shows it under Keys & Credentials, Public Key."
            }
            value={stored ?? ""}
            error={fields[carrier === "twilio" ? "account_sid" : "public_key"]}
          />
          {carrier === "twilio" && (
            <SecretField
              name="auth_token"
              label="Auth token"
              hint="It is shown below the account SID. It is stored encrypted and never shown again."
              set={twilio?.auth_token_set ?? false}
              error={fields.auth_token}
            />
          )}
          <CarrierKeyFields
            carrier={carrier}
            keySid={twilio?.api_key_sid ?? null}
            set={known.api_key_set}
            errors={fields}
          />
        </div>
        {carrier === "twilio" && twilio?.auth_token_set && (
          <p class="text-sm text-soft">
            A new token at Twilio? Enter it here first, then promote it there. The one before stays valid for a day.
          </p>
        )}
        <div class="flex flex-wrap justify-end gap-2">
          {stored && (
            <button type="button" class="btn btn-ghost h-11 text-error" onClick={() => setRemoving(true)}>
              Remove
            </button>
          )}
          <button type="submit" class="btn btn-primary h-11" aria-disabled={busy}>
            {`Save the ${name} account`}
          </button>
        </div>
      </form>
      {removing && (
        <ConfirmDialog
          title={`Remove your ${name} account here?`}
          confirm="Remove the account"
          destructive
          onConfirm={async () => {
            await done(api.carriers[carrier].$delete({}));
            await changed();
            setRemoving(false);
            setSaves(0);
          }}
          onClose={() => setRemoving(false)}
        >
          {`From then on we refuse every request from ${name}, and its calls reach nobody through us. Point your number somewhere else there first.`}
        </ConfirmDialog>
      )}
    </section>
  );
}
