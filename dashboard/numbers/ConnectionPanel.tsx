import { CircleCheck, CircleDashed, Hourglass, LoaderCircle, TriangleAlert } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { PhoneNumber } from "../replies.ts";
import { ConnectButton } from "./ConnectButton.tsx";
import { proofWords } from "./proof-words.ts";
import type { NumberForm } from "./use-number-form.ts";

type Props = { number: PhoneNumber; form: NumberForm };

/** The status of the number, what it means for callers, and what to do next. */
export function ConnectionPanel({ number, form }: Props) {
  const { icon: Icon, tone, title, about } = statusWords(number);
  const spins = Icon === LoaderCircle;
  return (
    <section class="panel grid content-start gap-5 p-5 sm:p-6" aria-label="Connection">
      <div role="status" class="flex gap-3.5">
        <Icon
          size={26}
          aria-hidden="true"
          class={`mt-0.5 shrink-0 ${tone} ${spins ? "animate-spin motion-reduce:animate-none" : ""}`}
        />
        <div class="min-w-0">
          <h2 class="text-lg font-semibold">{title}</h2>
          <p class={number.status === "error" ? "mt-0.5" : "mt-0.5 text-soft"}>{about}</p>
          {number.status !== "disconnecting" && <p class="mt-2 text-sm text-soft">{proofWords(number)}</p>}
        </div>
      </div>
      {(number.status === "not_connected" || number.can_retry) && (number.changes_at_retell || number.from_us) && (
        <ConnectButton
          number={number}
          save={async () => !form.form.formState.isDirty || (await form.submit())}
          onRefused={form.showRefusal}
        />
      )}
    </section>
  );
}

function statusWords(number: PhoneNumber): {
  icon: typeof CircleCheck;
  tone: string;
  title: string;
  about: ComponentChildren;
} {
  const { status, status_detail, changes_at_retell, from_us } = number;
  if (status === "disconnecting") {
    const about = "Our phone service is releasing this number. That usually takes seconds. You do not need to wait.";
    return { icon: Hourglass, tone: "text-soft", title: "Being removed", about: status_detail ?? about };
  }
  if (!changes_at_retell && (status === "connected" || !from_us)) {
    const about = from_us
      ? "We got this number for you. Your agent answers its calls. Forward your line to it."
      : "We manage this number for you. There is nothing to set up, and your agent answers its calls.";
    return { icon: CircleCheck, tone: "text-success", title: "Connected", about };
  }
  if (status === "pending") {
    const about = status_detail ?? "This takes a few seconds. You can leave this page.";
    return { icon: LoaderCircle, tone: "text-info", title: "Connecting your number…", about };
  }
  if (status === "connected") {
    const about = "Your agent answers the calls that your phone provider sends here.";
    return { icon: CircleCheck, tone: "text-success", title: "Connected", about };
  }
  if (status === "error") {
    const about = status_detail ?? "Something went wrong. Try again, and contact us if it keeps happening.";
    return { icon: TriangleAlert, tone: "text-error", title: "This number has a problem", about };
  }
  const about = "First follow the steps below at your phone provider. Then press Connect.";
  return { icon: CircleDashed, tone: "text-soft", title: "Not connected yet", about };
}
