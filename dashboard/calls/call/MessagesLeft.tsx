import { CircleCheck, Inbox } from "lucide-preact";
import { CATEGORY_WORDS } from "../../../worker/messages/categories.ts";
import { Card } from "../../components/Card.tsx";
import type { CallDetails } from "../call-replies.ts";

export function MessagesLeft({ messages }: Pick<CallDetails, "messages">) {
  if (messages.length === 0) return null;
  return (
    <Card title={messages.length === 1 ? "Message left" : "Messages left"}>
      <ul class="grid gap-3">
        {messages.map(({ id, caller_name, category, message, done_at }) => (
          <li key={id} class="flex gap-3">
            {done_at === null ? (
              <Inbox size={19} aria-label="Open" class="mt-0.5 shrink-0 text-accent-ink" />
            ) : (
              <CircleCheck size={19} aria-label="Done" class="mt-0.5 shrink-0 text-success" />
            )}
            <div class="min-w-0">
              <p class="line-clamp-3">{message}</p>
              <p class="text-sm text-soft">{[caller_name, CATEGORY_WORDS[category]].filter(Boolean).join(" · ")}</p>
              <a
                href={`/messages?id=${encodeURIComponent(id)}`}
                class="link inline-flex min-h-11 items-center font-medium"
              >
                Open the message
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
