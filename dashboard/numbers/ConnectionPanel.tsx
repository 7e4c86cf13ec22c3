import { CircleCheck, CircleDashed, Hourglass, LoaderCircle, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { PhoneNumber } from "../replies.ts";
import { ConnectButton } from "./ConnectButton.tsx";
import { proofWords } from "./proof-words.ts";
import type { NumberForm } from "./use-number-form.ts";

type Props = { number: PhoneNumber; form: NumberForm };

/** How the number stands, what that means for callers, and the one thing to do about it. */
export function ConnectionPanel({ number, form }: Props) {
  const { icon: Icon, tone, title, about } = standing(number);
  const turns = Icon === LoaderCircle;
  return (
    <section class="panel grid content-start gap-5 p-5 sm:p-6" aria-label="Connection">
      <div role="status" class="flex gap-3.5">
        <Icon
          size={26}
          aria-hidden="true"
          class={`mt-0.5 shrink-0 ${tone} ${turns ? "animate-spin motion-reduce:animate-none" : ""}`}
        />
        <div class="min-w-0">
          <h2 class="text-lg font-semibold">{title}</h2>
          <p class={number.status === "error" ? "mt-0.5" : "mt-0.5 text-soft"}>{about}</p>
          {number.status !== "disconnecting" && <p class="mt-2 text-sm text-soft">{proofWords(number)}</p>}
        </div>
      </div>
      {(number.status === "not_connected" || number.can_retry) && number.changes_at_retell && (
        <ConnectButton
          number={number}
          save={async () => !form.form.formState.isDirty || (await form.submit())}
          onRefused={form.showRefusal}
        />
      )}
    </section>
  );
}

function standing(number: PhoneNumber): {
  icon: typeof CircleCheck;
  tone: string;
  title: string;
  about: ComponentChildren;
} {
  const { status, status_detail, changes_at_retell } = number;
  if (status === "disconnecting") {
    const about = "Our phone service is letting go of it. That takes seconds, rarely longer. You need not wait for it.";
    return { icon: Hourglass, tone: "text-soft", title: "Being removed", about: status_detail ?? about };
  }
  if (!changes_at_retell) {
    const about = "We look after this number for you. There is nothing to set up, and your agent answers its calls.";
    return { icon: CircleCheck, tone: "text-success", title: "Connected", about };
  }
  if (status === "pending") {
    const about = status_detail ?? "This takes a few seconds. You can leave this page, it goes on.";
    return { icon: LoaderCircle, tone: "text-info", title: "Telling our phone service about your number …", about };
  }
  if (status === "connected") {
    const about = "Calls that your phone provider sends here are answered by your agent.";
    return { icon: CircleCheck, tone: "text-success", title: "Connected", about };
  }
  if (status === "error") {
    const about = status_detail ?? "Something went wrong. Try again, and write to us if it stays like this.";
    return { icon: TriangleAlert, tone: "text-error", title: "This number has a problem", about };
  }
  const about =
    "Follow the steps further down at your phone provider. Then connect: that tells our phone service about your number.";
  return { icon: CircleDashed, tone: "text-soft", title: "Not connected yet", about };
}
