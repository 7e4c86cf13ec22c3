import type { InputHTMLAttributes } from "preact";
import { CATEGORY_WORDS, MESSAGE_CATEGORIES } from "../../worker/messages/categories.ts";
import type { Category } from "../messages/message-replies.ts";

const ABOUT: Record<Category, string> = {
  cancellation: "A caller wants to cancel a ride.",
  change_request: "Another time, day, address or number of passengers.",
  late_driver: "A caller waits, and the driver is not there.",
  new_booking: "A caller wants to book a ride.",
  lost_item: "Something was left in a vehicle.",
  message: "Everything else, such as a complaint or a question.",
};

type Props = { input: Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> };

/** Which kinds of messages mail at once; the others wait in the inbox. */
export function MailedCategories({ input }: Props) {
  return (
    <fieldset aria-describedby="mailed-note">
      <legend class="mb-1 font-medium">Mail these at once</legend>
      <p id="mailed-note" class="mb-2 text-sm text-soft">
        After ten mails within an hour, the messages that follow come together in one mail, a quarter of an hour later.
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
