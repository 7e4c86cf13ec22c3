import { Check, PhoneOutgoing, RotateCcw } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { phoneText } from "../../worker/phone/phone-text.ts";
import { callAddress } from "../calls/call-address.ts";
import { Notice } from "../components/Notice.tsx";
import { useAction } from "../components/use-action.ts";
import { whenWords } from "../imports/value-words.ts";
import { CategoryBadge } from "./CategoryBadge.tsx";
import { reservationAddress } from "./MessageLinks.tsx";
import type { Message } from "./message-replies.ts";
import { reachableAt } from "./message-words.ts";
import { NoteForm } from "./NoteForm.tsx";
import { useChange } from "./use-change.ts";

type Props = { item: Message; zone: string | undefined };

export function MessageDetails({ item, zone }: Props) {
  return (
    <div class="mt-3 grid gap-5">
      <div>
        <CategoryBadge category={item.category} />
      </div>
      <p class="whitespace-pre-line text-base">{item.message}</p>
      <Actions item={item} zone={zone} />
      <Facts item={item} zone={zone} />
      <NoteForm item={item} />
    </div>
  );
}

function Facts({ item, zone }: Props) {
  const { callback_number, from_number, confirmation_number, call_id, created_at } = item;
  return (
    <dl class="grid gap-x-4 gap-y-2.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <Fact name="Call back on">{callback_number ? phoneText(callback_number) : "No number was left"}</Fact>
      {from_number && from_number !== callback_number && <Fact name="Called from">{phoneText(from_number)}</Fact>}
      {confirmation_number && (
        <Fact name="Reservation">
          <a class="link" href={reservationAddress(confirmation_number)}>
            {confirmation_number}
          </a>
        </Fact>
      )}
      <Fact name="Received">{whenWords(created_at, zone)}</Fact>
      {call_id && (
        <Fact name="Call">
          <a class="link" href={callAddress(call_id)}>
            Open the call
          </a>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="contents">
      <dt class="text-sm text-soft max-sm:-mb-2">{name}</dt>
      <dd class="tabular">{children}</dd>
    </div>
  );
}

function Actions({ item, zone }: Props) {
  const change = useChange();
  const { busy, problem, run } = useAction();
  const number = reachableAt(item);
  const { id, done_at } = item;
  const Icon = done_at === null ? Check : RotateCcw;
  return (
    <div class="grid gap-2">
      <div class="grid gap-2 sm:grid-cols-2">
        {number && (
          <a class="btn btn-primary h-11" href={`tel:${number}`}>
            <PhoneOutgoing size={17} aria-hidden="true" /> Call {phoneText(number)}
          </a>
        )}
        <button
          type="button"
          class="btn h-11"
          aria-disabled={busy}
          onClick={() => run(() => change(id, { done: done_at === null }))}
        >
          <Icon size={17} aria-hidden="true" /> {done_at === null ? "Mark as done" : "Reopen"}
        </button>
      </div>
      <p role="status" class="text-sm text-soft empty:hidden">
        {done_at !== null && `Done ${whenWords(done_at, zone)}`}
      </p>
      {problem && <Notice kind="error">{problem}</Notice>}
    </div>
  );
}
