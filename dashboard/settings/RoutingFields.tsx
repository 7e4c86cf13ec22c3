import { useFormContext, useWatch } from "react-hook-form";
import { FORWARDING_MODES, type ForwardingMode } from "../../worker/routing/forwarding-modes.ts";
import { Notice } from "../components/Notice.tsx";
import type { FormValues } from "./form-values.ts";
import { PhoneInput } from "./PhoneInput.tsx";
import { RadioCards } from "./RadioCards.tsx";
import { TextInput } from "./TextInput.tsx";

const ABOUT: Record<ForwardingMode, string> = {
  always: "The agent answers every call, day and night. Choose this if nobody sits at the phone.",
  after_hours:
    "During your business hours your office rings, as it does today, and the agent steps in only if nobody picks up. Outside those hours the agent answers at once.",
  overflow: "Your office rings first at any hour. If nobody picks up in time, the agent answers.",
};

/** Who answers, and the phone that rings first. */
export function RoutingFields() {
  const { formState } = useFormContext<FormValues>();
  const [mode, phone] = useWatch<FormValues, ["forwarding_mode", "office_phone"]>({
    name: ["forwarding_mode", "office_phone"],
  });
  const officeRings = mode !== "always";
  // A field with an error stays visible, even when its mode no longer needs it.
  const refused = Boolean(formState.errors.office_phone ?? formState.errors.ring_seconds);
  return (
    <>
      <RadioCards name="forwarding_mode" legend="Who answers" titles={FORWARDING_MODES} about={ABOUT} />
      {(officeRings || refused) && (
        <div class="grid gap-6 sm:grid-cols-2">
          <PhoneInput
            name="office_phone"
            label="Office phone"
            hint="The landline or dispatch number that should ring."
          />
          <TextInput
            name="ring_seconds"
            label="Ring time in seconds"
            number={{ min: 5, max: 120 }}
            hint="18 seconds are about three rings. Most voicemails pick up after 20 to 25 seconds, and the ring time has to be shorter."
          />
        </div>
      )}
      {officeRings && !phone?.trim() && (
        <Notice kind="info">No office phone is set, so the agent answers every call.</Notice>
      )}
    </>
  );
}
