import { useFormContext, useWatch } from "react-hook-form";
import { VERIFICATION_RULES, type VerificationRule } from "../../worker/reservations/verification-rules.ts";
import { DEFAULT_WELCOME } from "../../worker/settings/default-welcome.ts";
import { LANGUAGES, VOICES } from "../../worker/settings/voices.ts";
import { Switch } from "../components/Switch.tsx";
import type { FormValues } from "./form-values.ts";
import { HoursFields } from "./HoursFields.tsx";
import { MessageField } from "./MessageField.tsx";
import { RadioCards } from "./RadioCards.tsx";
import { Section } from "./Section.tsx";
import { SelectInput } from "./SelectInput.tsx";
import { TextInput } from "./TextInput.tsx";
import { useStandardGreeting } from "./use-standard-greeting.ts";

const VOICE_OPTIONS = [
  { value: "", label: "The agent's default voice" },
  ...VOICES.map(({ id, name, character }) => ({ value: id, label: `${name}: ${character}` })),
];

const LANGUAGE_OPTIONS = [
  { value: "", label: "The agent's default language" },
  ...LANGUAGES.map(({ id, name, character }) => ({ value: id, label: `${name}: ${character}` })),
];

const ABOUT_VERIFICATION: Record<VerificationRule, string> = {
  second_factor:
    "The number they call from must be on the booking, or the last name, pick-up date or phone number they say must match it. What the confirmation number itself tells, such as a date in it, does not count. Recommended, because consecutive confirmation numbers are easy to guess.",
  confirmation_only:
    "Quickest for callers. But anyone who guesses a number hears that booking, and may be put through to its driver.",
};

const WHILE_OPEN =
  "Thank you for calling {{company_name}}. Everybody at our office is on another call. I can look up your reservation or take a message.";

const AFTER_HOURS =
  "Our office is closed at the moment. Our hours are {{business_hours}}. I can look up your reservation or take a message for the dispatcher.";

export function BehaviourSection() {
  const { register, formState } = useFormContext<FormValues>();
  const transfer = useWatch<FormValues, "transfer_enabled">({ name: "transfer_enabled" });
  const verification = useStandardGreeting();
  return (
    <Section
      id="behaviour"
      title="Agent behavior"
      about="What the agent says, when your office is open, and what it may do."
    >
      <MessageField
        name="welcome_message"
        label="Greeting"
        hint="The first words your callers hear."
        suggestion={DEFAULT_WELCOME[verification]}
        offer="Use default"
      />
      <MessageField
        name="open_welcome_message"
        label="Greeting while you are open"
        hint="For calls that the agent answers in your office hours. While this is empty, callers hear the greeting above at all times."
        suggestion={WHILE_OPEN}
        offer="Use our suggestion"
      />
      <MessageField
        name="after_hours_message"
        label="After-hours message"
        hint="What the agent says about your office while it is closed. While this is empty, it says nothing about that."
        suggestion={AFTER_HOURS}
        offer="Use our suggestion"
      />
      <HoursFields />
      <div class="grid gap-6 sm:grid-cols-2">
        <SelectInput name="voice_id" label="Voice" options={VOICE_OPTIONS} />
        <SelectInput name="language" label="Language" options={LANGUAGE_OPTIONS} />
      </div>
      <RadioCards
        name="verification"
        legend="What callers must know"
        titles={VERIFICATION_RULES}
        about={ABOUT_VERIFICATION}
      />
      <Switch
        id="recognise_caller"
        title="Greet known callers by name"
        about="When the caller's number is on exactly one upcoming reservation, the agent greets them by first name and knows the pick-up. Numbers can be faked, so it still asks before it says more."
        input={register("recognise_caller")}
      />
      <Switch
        id="transfer_enabled"
        title="Transfer to the driver"
        about="The agent may connect a verified caller with the driver of the booking."
        input={register("transfer_enabled")}
      />
      {(transfer || formState.errors.fresh_hours) && (
        // A field with an error stays visible, even when it is no longer needed.
        <TextInput
          name="fresh_hours"
          label="Transfer only if the last import is at most this old"
          number={{ min: 1, max: 72 }}
          hint="Hours, from 1 to 72. If the list is older, the driver may have changed, so the agent takes a message instead."
        />
      )}
    </Section>
  );
}
