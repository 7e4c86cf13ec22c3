import { confirmationKey } from "./confirmation.ts";
import { nameKey } from "./name.ts";

type Searched = {
  customerName: string | null;
  confirmationNumber: string;
  confirmationKey: string;
  telephone: string | null;
  phoneE164: string | null;
  secondPhoneE164?: string | null;
};

/** What a search in the list of bookings is compared with: the name without accents, the number, the phone's digits. */
export function searchKey(booking: Searched): string {
  const { customerName, confirmationNumber, confirmationKey: key, telephone, phoneE164, secondPhoneE164 } = booking;
  const digits = [phoneE164 ?? telephone ?? "", secondPhoneE164 ?? ""].map((phone) => phone.replace(/\D/g, ""));
  return [
    nameKey(customerName ?? ""),
    key.toLowerCase(),
    confirmationNumber.toLowerCase(),
    ...digits.filter(Boolean),
  ].join("|");
}

/** The words of a search as they would stand in a key; every one of them must be found. */
export function searchWords(text: string): string[] {
  const phone = text.replace(/[\s().+-]/g, "");
  if (/^\d{7,}$/.test(phone)) return [phone]; // "(520) 555-0142" is one thing, not three
  return text
    .split(/\s+/)
    .flatMap((word) => (/\d/.test(word) ? [numberWord(word)] : nameKey(word).split(" ")))
    .filter((word) => word !== "");
}

/** "RES-20261126-0012" is one word of a number, with or without its dashes. */
function numberWord(word: string): string {
  return confirmationKey(word).toLowerCase();
}
