import { AsYouType } from "libphonenumber-js/min";

/** Formats a phone number while it is typed at the end; edits in the middle are left alone. Returns the new text. */
export function formatAsTyped(input: HTMLInputElement): string {
  const { value, selectionStart } = input;
  if (selectionStart !== value.length || /[a-z]/i.test(value)) return value;
  const formatted = new AsYouType("US").input(value);
  // After a bracket or space was deleted, formatting would only bring it back.
  if (formatted.length > value.length && formatted.startsWith(value)) return value;
  input.value = formatted;
  return formatted;
}
