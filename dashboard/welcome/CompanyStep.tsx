import { TextInput } from "../settings/TextInput.tsx";

export function CompanyStep() {
  return (
    <TextInput
      name="company_name"
      label="Company name"
      required
      autocomplete="organization"
      placeholder="Desert Sky Shuttle"
      hint="The agent says it the way you write it."
    />
  );
}
