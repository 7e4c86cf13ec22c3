import { PhoneInput } from "./PhoneInput.tsx";
import { Section } from "./Section.tsx";
import { TextInput } from "./TextInput.tsx";
import { TimeZoneField } from "./TimeZoneField.tsx";

export function CompanySection() {
  return (
    <Section
      id="company"
      title="Company info"
      about="Who your callers reach, and who we contact when something is wrong."
    >
      <TextInput
        name="company_name"
        label="Company name"
        required
        autocomplete="organization"
        placeholder="Desert Sky Shuttle"
        hint="The agent says it the way you write it."
      />
      <div class="grid gap-6 sm:grid-cols-2">
        <TextInput
          name="operator_name"
          label="Operator name"
          autocomplete="name"
          placeholder="Ana Torres"
          hint="The main operator or dispatcher."
        />
        <PhoneInput name="operator_phone" label="Operator phone" hint="Only for us. Callers never hear it." />
      </div>
      <TextInput
        name="operator_email"
        label="Operator e-mail"
        autocomplete="email"
        inputMode="email"
        hint="Messages that callers leave go here, unless you choose another address below."
      />
      <TimeZoneField />
    </Section>
  );
}
