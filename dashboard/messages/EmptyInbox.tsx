import { useQuery } from "@tanstack/preact-query";
import { Inbox } from "lucide-preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { api, bodyOf } from "../api.ts";

/** Shown before the first message: what the agent takes messages for, and how to try it. */
export function EmptyInbox() {
  const { data } = useQuery({
    queryKey: ["phone-numbers"],
    queryFn: () => bodyOf(api["phone-numbers"].$get({})),
  });
  const number = data?.items[0]?.phone_number;
  return (
    <section class="panel flex flex-col items-center gap-4 px-6 py-14 text-center" aria-label="No messages yet">
      <span class="grid size-14 place-items-center rounded-full bg-base-200 text-accent-ink">
        <Inbox size={26} aria-hidden="true" />
      </span>
      <div class="grid max-w-lg gap-2">
        <h2 class="text-lg font-semibold">No messages yet</h2>
        <p class="text-soft">
          Your agent takes a message for everything it may not decide: changes, cancellations, lost items, late drivers
          and new bookings. Each message appears here within seconds and is mailed to you.
        </p>
        {number && (
          <p>
            Try it: call <span class="tabular font-medium whitespace-nowrap">{phoneText(number)}</span> and say “I left
            my hat in the van.”
          </p>
        )}
      </div>
      {data && !number ? (
        <a class="btn btn-primary h-11" href="/settings#phone-number">
          Add your number
        </a>
      ) : (
        <a class="btn h-11" href="/settings#messages">
          Choose what is mailed
        </a>
      )}
    </section>
  );
}
