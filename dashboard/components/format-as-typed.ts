import { AsYouType } from "libphonenumber-js/min";

/** Groups a telephone number while it is typed at its end; an edit in the middle is left alone. Returns the new text. */
export function formatAsTyped(input: HTMLInputElement): string {
  const { value, selectionStart } = input;
  if (selectionStart !== value.length || /[a-z]/i.test(value)) return value;
  const formatted = new AsYouType("US").input(value);
  // Deleting a bracket or a space would only bring it back.
  if (formatted.length > value.length && formatted.startsWith(value)) return value;
  input.value = formatted;
  return formatted;
}
