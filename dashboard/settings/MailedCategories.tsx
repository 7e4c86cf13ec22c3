import type { InputHTMLAttributes } from "preact";
import { CATEGORY_WORDS, MESSAGE_CATEGORIES } from "../../worker/messages/categories.ts";
import type { Category } from "../messages/message-replies.ts";

const ABOUT: Record<Category, string> = {
  cancellation: "A caller wants to cancel a ride.",
  change_request: "Another time, day, address or number of passengers.",
  late_driver: "A caller is waiting and the driver has not arrived.",
  new_booking: "A caller wants to book a ride.",
  lost_item: "Something was left in a vehicle.",
  message: "Everything else, such as a complaint or a question.",
};

type Props = { input: Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> };

/** Which kinds of messages are mailed at once; the others stay in the inbox. */
export function MailedCategories({ input }: Props) {
  return (
    <fieldset aria-describedby="mailed-note">
      <legend class="mb-1 font-medium">Mail these right away</legend>
      <p id="mailed-note" class="mb-2 text-sm text-soft">
        After ten mails in one hour, further messages arrive together in one mail, 15 minutes later.
      </p>
      <div class="grid gap-x-6 sm:grid-cols-2">
        {MESSAGE_CATEGORIES.map((category) => (
          <label key={category} class="flex min-h-11 cursor-pointer gap-3 py-2">
            <input
              {...input}
              type="checkbox"
              value={category}
              aria-describedby={`mailed-${category}`}
              class="checkbox mt-0.5 checkbox-sm border-(--edge) checkbox-primary"
            />
            <span>
              <span class="block font-medium">{CATEGORY_WORDS[category]}</span>
              <span id={`mailed-${category}`} class="block text-sm text-soft">
                {ABOUT[category]}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
