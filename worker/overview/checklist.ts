import type { StoredNumber } from "../numbers/store/phone-numbers.ts";
import type { EditableConfig } from "../settings/config-schema.ts";

/** What the Overview needs to know of a number. */
export type KnownNumber = { status: StoredNumber["status"]; verified_at: number | null };

/** What has happened so far in a company, beside its settings and numbers. */
export type Milestones = {
  /** Whether callers hear a list that is young enough for transfers. */
  listIsFresh: boolean;
  hasList: boolean;
  /** Whether calls have shown that the chosen way of answering works for one of the numbers. */
  wayIsProven: boolean;
  hasCall: boolean;
  hasMessage: boolean;
  hasMessageDone: boolean;
};

/** `later`: it waits for another step, so there is nothing to do about it yet. */
type State = "done" | "open" | "later";

export type CheckItem = {
  code: "settings" | "greeting" | "reservations" | "phone_number" | "forwarding" | "first_call" | "first_message";
  state: State;
  title: string;
  /** Why it matters, or what to do, in one line. */
  why: string;
  /** Where to do it: the page and the place on it. */
  href: string;
};

/**
 * The steps from sign-up to the first message read, in order. Every step is in the list whether it is done or not, so that
 * what is counted as done and what is shown as open are the same list.
 */
export function goLiveChecklist(
  config: EditableConfig | null,
  numbers: KnownNumber[],
  happened: Milestones,
): CheckItem[] {
  return [
    settings(config),
    greeting(config),
    reservations(happened),
    phoneNumber(numbers),
    forwarding(numbers, happened),
    firstCall(numbers, happened),
    firstMessage(happened),
  ];
}

function settings(config: EditableConfig | null): CheckItem {
  const item = { code: "settings" as const, title: "Company name, hours and who answers" };
  if (!config) {
    const why = "Your agent needs them to answer. It takes two minutes.";
    return { ...item, state: "open", why, href: "/welcome" };
  }
  if (config.forwarding_mode !== "always" && !config.office_phone) {
    const why = "Enter your office phone. Until then your agent answers every call.";
    return { ...item, state: "open", why, href: "/settings#office-phone" };
  }
  return { ...item, state: "done", why: "Your agent knows who you are and when you are open.", href: "/settings" };
}

function greeting(config: EditableConfig | null): CheckItem {
  const item = { code: "greeting" as const, title: "Your own greeting", href: "/settings#greeting" };
  if (!config) return { ...item, state: "later", why: "After your company's name." };
  if (!config.welcome_message) return { ...item, state: "open", why: "Until then callers hear our standard one." };
  return { ...item, state: "done", why: "It is the first thing that callers hear." };
}

function reservations({ hasList, listIsFresh }: Milestones): CheckItem {
  const item = {
    code: "reservations" as const,
    title: "Reservations of today",
    href: "/imports/new?kind=reservations",
  };
  if (!hasList)
    return { ...item, state: "open", why: "Without a list your agent finds no ride and can only take messages." };
  if (!listIsFresh)
    return { ...item, state: "open", why: "Your list is too old for transfers to drivers. Import today's." };
  return { ...item, state: "done", why: "Callers hear their own ride.", href: "/reservations" };
}

function phoneNumber(numbers: KnownNumber[]): CheckItem {
  const item = { code: "phone_number" as const, title: "A number for your agent" };
  const usable = numbers.filter(({ status }) => status !== "disconnecting");
  if (usable.length === 0)
    return { ...item, state: "open", why: "Callers reach your agent through it.", href: "/numbers/new" };
  if (usable.every(({ status }) => status === "error"))
    return { ...item, state: "open", why: "It could not be connected. The page says why.", href: "/numbers" };
  return { ...item, state: "done", why: "Callers reach your agent through it.", href: "/numbers" };
}

function forwarding(numbers: KnownNumber[], { wayIsProven }: Milestones): CheckItem {
  const item = { code: "forwarding" as const, title: "Calls take the way you chose", href: "/numbers" };
  if (numbers.length === 0) return { ...item, state: "later", why: "After you have a number." };
  if (!wayIsProven)
    return { ...item, state: "open", why: "Follow the steps of your number, then call it to see that it works." };
  return { ...item, state: "done", why: "A call has shown that it works." };
}

function firstCall(numbers: KnownNumber[], { hasCall }: Milestones): CheckItem {
  const item = { code: "first_call" as const, title: "First call answered", href: "/calls" };
  if (hasCall) return { ...item, state: "done", why: "Each call is there to read and to hear." };
  if (numbers.length === 0) return { ...item, state: "later", why: "After you have a number." };
  return { ...item, state: "open", why: "Call your number from a mobile phone and ask for a ride.", href: "/numbers" };
}

function firstMessage({ hasMessage, hasMessageDone }: Milestones): CheckItem {
  const item = { code: "first_message" as const, title: "First message read", href: "/messages" };
  if (hasMessageDone) return { ...item, state: "done", why: "Callers count on an answer." };
  if (!hasMessage) return { ...item, state: "later", why: "When a caller leaves one." };
  return { ...item, state: "open", why: "A caller waits for an answer. Mark it as done when it is dealt with." };
}
