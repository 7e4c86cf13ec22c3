// A carrier as far as a call needs it: follows TwiML or TeXML, dials, and asks what follows. It knows only what the vendors
// document, so a verb or an attribute that a carrier does not have fails the test.

/** How a dialled phone behaves. `pressed`: what whoever picks up presses when they are asked to. */
export type Phone = { does: "answers" | "no-answer" | "busy" | "failed" | "canceled"; pressed?: string };

/** What happened: what was dialled, in order, who talked to the caller in the end, and the caller ids shown. */
export type Followed = { dialled: string[]; talked: string | null; shown: (string | null)[] };

type Carrier = "twilio" | "telnyx";
type Ask = (url: string, params: Record<string, string>) => Promise<string>;
type Dial = { attributes: Record<string, string>; noun: string; nounAttributes: Record<string, string>; to: string };

const DIAL_ATTRIBUTES: Record<Carrier, string[]> = {
  twilio: ["timeout", "answerOnBridge", "action", "method", "callerId"],
  telnyx: ["timeout", "action", "method", "callerId"],
};

/** Follows a call from the carrier's first question. `phones` says how each dialled number or SIP address behaves. */
export async function followCall(
  carrier: Carrier,
  voiceUrl: string,
  ask: Ask,
  phones: (to: string) => Phone,
): Promise<Followed> {
  const followed: Followed = { dialled: [], talked: null, shown: [] };
  let document = await ask(voiceUrl, {});
  for (let asked = 0; asked < 5; asked++) {
    const dial = dialIn(carrier, document);
    if (dial === null) return followed;
    followed.dialled.push(dial.to);
    followed.shown.push(dial.attributes.callerId ?? null);
    const status = await ring(dial, ask, phones(dial.to), followed);
    const { action } = dial.attributes;
    if (action === undefined) return followed; // nothing follows in the document, so the call is over
    document = await ask(action, { DialCallStatus: status, DialCallDuration: status === "completed" ? "60" : "0" });
  }
  throw new Error("the call goes round in circles");
}

async function ring(dial: Dial, ask: Ask, phone: Phone, followed: Followed): Promise<string> {
  if (phone.does !== "answers") return phone.does;
  const { url } = dial.nounAttributes;
  if (url === undefined || (await isTaken(url, ask, phone.pressed ?? ""))) followed.talked = dial.to;
  return "completed";
}

/** Runs the document that whoever picks up hears first. The call is put through unless it hangs up. */
async function isTaken(url: string, ask: Ask, pressed: string): Promise<boolean> {
  const leg = { CallSid: "CA-leg", ParentCallSid: "CA0" };
  const action = attributesOf(/<Gather ([^>]*)>/.exec(await ask(url, leg))?.[1] ?? "").action ?? "";
  if (!pressed) return false; // the question ends with a hang-up
  return !(await ask(action, { ...leg, Digits: pressed })).includes("<Hangup/>");
}

/** The document's one dial; null if it hangs up. */
function dialIn(carrier: Carrier, xml: string): Dial | null {
  const content = /^<\?xml version="1.0" encoding="UTF-8"\?><Response>(.*)<\/Response>$/.exec(xml)?.[1];
  if (content === undefined) throw new Error(`no document of a carrier: ${xml}`);
  if (content === "<Hangup/>") return null;
  const read = /^<Dial ?([^>]*)><(Number|Sip) ?([^>]*)>([^<]+)<\/\2><\/Dial>$/.exec(content);
  if (!read) throw new Error(`${carrier} does not know ${content}`);
  const [, sent = "", noun = "", nounSent = "", to = ""] = read;
  const attributes = attributesOf(sent);
  const unknown = Object.keys(attributes).filter((name) => !DIAL_ATTRIBUTES[carrier].includes(name));
  if (unknown.length > 0) throw new Error(`${carrier}'s Dial has no ${unknown.join(", ")}`);
  const { timeout, callerId } = attributes;
  if (timeout !== undefined && !(Number(timeout) >= 5 && Number(timeout) <= 120)) throw new Error(`rings ${timeout} s`);
  if (callerId !== undefined && !/^\+[1-9]\d{6,14}$/.test(callerId)) throw new Error(`shows ${callerId}`); // Twilio 13214
  return { attributes, noun, nounAttributes: attributesOf(nounSent), to: unescaped(to) };
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value)]),
  );
}

function unescaped(text = ""): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
