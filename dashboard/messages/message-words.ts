import { phoneText } from "../../worker/phone/phone-text.ts";
import type { Message } from "./message-replies.ts";

type Who = Pick<Message, "caller_name" | "callback_number" | "from_number">;

/** Who left a message, as far as it is known. */
export function callerWords(message: Who): string {
  const { caller_name, callback_number, from_number } = message;
  const number = callback_number ?? from_number;
  return caller_name ?? (number ? phoneText(number) : "Unknown caller");
}

/** The number to call back on, in E.164. Null if the caller left no valid number and hid their own. */
export function reachableAt({ callback_number, from_number }: Who): string | null {
  return [callback_number, from_number].find((number) => number !== null && /^\+[1-9]\d{6,14}$/.test(number)) ?? null;
}
