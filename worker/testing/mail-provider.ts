type Received = { key: string | null; to: string[]; subject: string; text: string; html: string };

/**
 * Stands in for the mail provider's HTTP API in the Worker's tests. It runs in Node and gets what the Worker fetches. A
 * repeated `Idempotency-Key` is the same mail. The recipient decides the answer: `busy@…` gets 503 the first time,
 * `refused@…` always 422. `GET /mailbox.json?to=…` lists what arrived.
 */
export function mailProvider(): (request: {
  url: string;
  method: string;
  headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}) => Promise<Response> {
  const received: Received[] = [];
  const turnedAway = new Set<string>();
  return async (request) => {
    const url = new URL(request.url);
    if (request.method === "GET") {
      const to = url.searchParams.get("to") ?? "";
      return Response.json(received.filter((mail) => mail.to.includes(to)));
    }
    const mail = (await request.json()) as Omit<Received, "key">; // only our own mailer posts here
    const key = request.headers.get("idempotency-key");
    const [recipient = ""] = mail.to;
    if (recipient.startsWith("refused")) return Response.json({ message: "invalid address" }, { status: 422 });
    if (recipient.startsWith("busy") && !turnedAway.has(recipient)) {
      turnedAway.add(recipient);
      return Response.json({ message: "try later" }, { status: 503 });
    }
    if (!received.some((known) => known.key === key)) received.push({ ...mail, key });
    return Response.json({ id: key });
  };
}
