import { CarrierTextField } from "./CarrierTextField.tsx";
import { SecretField } from "./SecretField.tsx";

type Props = {
  carrier: "twilio" | "telnyx";
  keySid: string | null;
  set: boolean;
  errors: Record<string, string>;
};

/** The API key that lets us set numbers up; it is not needed to answer calls. */
export function CarrierKeyFields({ carrier, keySid, set, errors }: Props) {
  if (carrier === "telnyx") {
    return (
      <SecretField
        name="api_key"
        label="API key (optional)"
        hint="Only needed if you want us to set up your number. It is stored encrypted and never shown again."
        set={set}
        error={errors.api_key}
      />
    );
  }
  return (
    <>
      <CarrierTextField
        name="api_key_sid"
        label="API key SID (optional)"
        hint="Only needed if you want us to set up your number. It begins with SK."
        value={keySid ?? ""}
        error={errors.api_key_sid}
      />
      <SecretField
        name="api_key_secret"
        label="API key secret (optional)"
        hint="Twilio shows it once, when you create the key. It is stored encrypted and never shown again."
        set={set}
        error={errors.api_key_secret}
      />
    </>
  );
}
