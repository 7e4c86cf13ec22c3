import { Hono } from "hono";
import { newId } from "../ids.ts";
import type { Store } from "../retell/store.ts";
import { type Mail, MailRequest } from "./mail-schema.ts";
import { mailboxPage } from "./mailbox-page.ts";

const KEY_LIFE_MS = 86_400_000; // Resend remembers an idempotency key for a day

/** Resend's `POST /emails`, and the mails it received: a page for people, JSON for tests. */
export function mailRoutes(store: Store): Hono {
  const { state } = store;
  return new Hono()
    .post("/emails", async (c) => {
      if (!/^Bearer \S+$/.test(c.req.header("authorization") ?? "")) {
        return c.json(
          { statusCode: 401, name: "missing_api_key", message: "Missing API key in the authorization header" },
          401,
        );
      }
      const request = MailRequest.safeParse(await c.req.json().catch(() => undefined));
      if (!request.success) {
        const issue = request.error.issues[0];
        const field = issue?.path.join(".");
        const message = field ? `Invalid \`${field}\` field: ${issue?.message}` : (issue?.message ?? "Invalid body");
        return c.json({ statusCode: 422, name: "validation_error", message }, 422);
      }
      const key = c.req.header("idempotency-key") ?? null;
      const { from, to, subject, text = "", html = "" } = request.data;
      const content = { from, to: typeof to === "string" ? [to] : to, subject, text, html };
      const earlier = key === null ? undefined : state.mails.findLast((m) => m.idempotency_key === key);
      if (earlier !== undefined && earlier.sent_at > Date.now() - KEY_LIFE_MS) {
        if (isSame(earlier, content)) return c.json({ id: earlier.id });
        const message = "Same idempotency key used with a different request payload";
        return c.json({ statusCode: 409, name: "invalid_idempotent_request", message }, 409);
      }
      const mail: Mail = { id: newId("email"), idempotency_key: key, ...content, sent_at: Date.now() };
      state.mails.push(mail);
      store.save();
      return c.json({ id: mail.id });
    })
    .get("/mailbox.json", (c) => c.json(mailsTo(store, c.req.query("to")).map(shown)))
    .get("/mailbox", (c) => c.html(mailboxPage(mailsTo(store, c.req.query("to")).toReversed(), c.req.query("to"))));
}

function mailsTo(store: Store, to: string | undefined): Mail[] {
  const wanted = to?.toLowerCase();
  return store.state.mails.filter((m) => wanted === undefined || m.to.some((one) => bare(one) === wanted));
}

// "Jo Doe <jo@example.com>" is jo@example.com.
function bare(address: string): string {
  return (/<([^>]+)>/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

function isSame(mail: Mail, content: Omit<Mail, "id" | "idempotency_key" | "sent_at">): boolean {
  const { from, to, subject, text, html } = mail;
  return JSON.stringify({ from, to, subject, text, html }) === JSON.stringify(content);
}

function shown({ to, subject, text, html, sent_at }: Mail) {
  return { to: to.map(bare).join(", "), subject, text, html, sent_at: new Date(sent_at).toISOString() };
}
