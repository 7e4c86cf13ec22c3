import { createExecutionContext, createMessageBatch, createScheduledController, env } from "cloudflare:test";
import { SUN_CITY_EXPRESS, SUN_COAST_SHUTTLE } from "../../drizzle/seed/companies.ts";
import { hashPassword } from "../accounts/hash-password.ts";
import type { Bindings } from "../env.ts";
import worker from "../index.ts";
import { quietQueue, seededDatabase, send } from "./app.ts";

export const PASSWORD = "correct-horse-battery-staple";
const HOST = "https://nightdesk.example";

/** The two look-alike companies in an empty database; their operators can sign in with PASSWORD. */
export async function seededAccounts(): Promise<void> {
  await seededDatabase(Date.now(), PASSWORD);
}

export const CITY = SUN_CITY_EXPRESS;
export const COAST = SUN_COAST_SHUTTLE;

let addresses = 0;

/** A browser: keeps cookies, sends its origin, and has its own IP address. */
export function browser(options: { origin?: string | null; bindings?: Partial<Bindings> } = {}) {
  const cookies = new Map<string, string>();
  const { origin = HOST, bindings = {} } = options;
  addresses += 1;
  const address = `203.0.113.${addresses}`;
  async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await send(
      new Request(`${HOST}${path}`, {
        method,
        redirect: "manual",
        headers: {
          "cf-connecting-ip": address,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
          ...(origin !== null && { origin }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
      bindings,
    );
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value && !/max-age=0/i.test(cookie)) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  }
  return {
    cookies,
    request,
    get: (path: string) => request("GET", path),
    post: (path: string, body: unknown = {}) => request("POST", path, body),
    put: (path: string, body: unknown) => request("PUT", path, body),
    patch: (path: string, body: unknown) => request("PATCH", path, body),
    /** Sends a CSV file as `curl --data-binary` does. */
    upload: (path: string, csv: string) => request("POST", path, csv, { "content-type": "text/csv" }),
    delete: (path: string) => request("DELETE", path),
  };
}

export type Browser = ReturnType<typeof browser>;

/** A browser with this operator signed in. */
export async function signedIn(email: string, options: Parameters<typeof browser>[0] = {}): Promise<Browser> {
  const page = browser(options);
  const response = await page.post("/api/auth/sign-in/email", { email, password: PASSWORD });
  if (response.status !== 200) throw new Error(`${email} could not sign in: ${await response.text()}`);
  return page;
}

/** A confirmed operator of a company that has nothing yet, signed in. */
export async function newOperator(): Promise<Browser & { email: string; id: string }> {
  const id = crypto.randomUUID();
  const email = `operator-${id.slice(0, 8)}@example.com`;
  const at = Date.now();
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO user (id, name, email, email_verified, image, created_at, updated_at) VALUES (?1, 'Noor Haddad', ?2, 1, NULL, ?3, ?3)",
    ).bind(id, email, at),
    env.DB.prepare(
      "INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at) VALUES (?1, ?1, 'credential', ?1, ?2, ?3, ?3)",
    ).bind(id, await hashPassword(PASSWORD), at),
  ]);
  return { ...(await signedIn(email)), email, id };
}

/** Runs the job of every waiting mail, then returns what arrived at `to`, oldest first. */
export async function mailTo(to: string): Promise<{ subject: string; text: string; html: string }[]> {
  const { results } = await env.DB.prepare(
    "SELECT id FROM outgoing_mail WHERE sent_at IS NULL AND failed_at IS NULL",
  ).all<{ id: string }>();
  await deliver(results.map(({ id }) => ({ kind: "mail", id })));
  const arrived = await fetch(`http://mail.test/mailbox.json?to=${encodeURIComponent(to)}`);
  return arrived.json();
}

/** Delivers jobs to the Worker as the queue does. Returns which jobs it wants to retry, and when. */
export async function deliver(jobs: unknown[], bindings: Partial<Bindings> = {}, queue = "nightdesk-jobs") {
  const retries: { job: unknown; delaySeconds: number | undefined }[] = [];
  const batch = createMessageBatch(
    queue,
    jobs.map((body, index) => ({ id: String(index), timestamp: new Date(), attempts: 1, body })),
  );
  for (const message of batch.messages) {
    message.retry = (options) => {
      retries.push({ job: message.body, delaySeconds: options?.delaySeconds });
    };
  }
  await worker.queue(
    batch,
    { ...env, ...bindings } as Bindings,
    { waitUntil: () => undefined } as unknown as ExecutionContext,
  );
  return retries;
}

/** Runs the job of every event in the inbox. */
export async function archiveAll(bindings: Partial<Bindings> = {}) {
  const { results } = await env.DB.prepare("SELECT id FROM call_events").all<{ id: string }>();
  return deliver(
    results.map(({ id }) => ({ kind: "call_event", id })),
    bindings,
  );
}

/** Runs the cron. `JOBS` records nothing unless the test brings its own. */
export async function runSweep(bindings: Partial<Bindings> = {}): Promise<void> {
  const all = { ...env, JOBS: quietQueue, ...bindings } as Bindings;
  await worker.scheduled(createScheduledController(), all, createExecutionContext());
}

/** The first link in a mail. */
export function linkIn(mail: { text: string } | undefined): string {
  const link = /https?:\/\/\S+/.exec(mail?.text ?? "")?.[0];
  if (!link) throw new Error("there is no link in this mail");
  return link;
}
