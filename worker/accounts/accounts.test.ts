import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { seed } from "../../drizzle/seed/seed.ts";
import { openDatabase } from "../db/database.ts";
import type { Bindings } from "../env.ts";
import worker from "../index.ts";
import { sha256 } from "../lib/sha256.ts";
import { seedFiles } from "../testing/app.ts";
import {
  browser,
  CITY,
  COAST,
  linkIn,
  mailTo,
  newOperator,
  PASSWORD,
  runSweep,
  seededAccounts,
  signedIn,
} from "../testing/operator.ts";
import { watchedDatabase } from "../testing/watched-database.ts";

beforeAll(() => seededAccounts());

const NEW_PASSWORD = "another-horse-another-staple";
const ALIKE = 2; // round trips to the database that one may need more than another; half a second covers a hundred
const signUp = (email: string, password = PASSWORD) => ({ name: "Ana Ruiz", email, password, callbackURL: "/verify" });

describe("a new operator", () => {
  it("signs up, confirms the address by mail, signs in, and finds an empty company", async () => {
    const page = browser();
    const account = signUp("ana@desertrides.example");
    expect((await page.post("/api/auth/sign-up/email", account)).status).toBe(200);
    expect(page.cookies.size).toBe(0);

    const early = await page.post("/api/auth/sign-in/email", account);
    expect(early.status).toBe(403);
    expect(await early.json()).toMatchObject({ code: "EMAIL_NOT_VERIFIED" });

    const [mail] = await mailTo(account.email);
    expect(mail?.subject).toBe("Confirm your e-mail address for Nightdesk");
    expect(mail?.html).toContain("Confirm my e-mail address");
    const confirmed = await page.get(pathOf(linkIn(mail)));
    expect(confirmed.status).toBe(302);
    expect(confirmed.headers.get("location")).toBe("/verify");
    expect(page.cookies.size).toBe(0); // the link confirms but signs nobody in

    expect((await page.post("/api/auth/sign-in/email", account)).status).toBe(200);
    const config = await page.get("/api/tenant-config");
    expect(config.status).toBe(404);
    expect(await config.json()).toMatchObject({ error: { code: "not_configured" } });
  });

  it("has a UUID, because it is the company's key", async () => {
    await browser().post("/api/auth/sign-up/email", signUp("uuid@desertrides.example"));
    const id = await env.DB.prepare("SELECT id FROM user WHERE email = 'uuid@desertrides.example'").first<string>("id");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("gets another confirmation mail on request, but not once confirmed", async () => {
    const email = "again@desertrides.example";
    await browser().post("/api/auth/sign-up/email", signUp(email));
    const again = await browser().post("/api/auth/send-verification-email", { email, callbackURL: "/verify" });
    const confirmed = await browser().post("/api/auth/send-verification-email", {
      email: CITY.user.email,
      callbackURL: "/verify",
    });
    expect(await again.json()).toEqual(await confirmed.json());
    expect(await mailTo(email)).toHaveLength(2);
    expect(await mailTo(CITY.user.email)).toHaveLength(0);
  });

  it("cannot be sent to another site by the link in the mail", async () => {
    const account = { ...signUp("led@desertrides.example"), callbackURL: "https://evil.example/verify" };
    const response = await browser().post("/api/auth/sign-up/email", account);
    expect(response.status).toBe(403);
    expect(await mailTo(account.email)).toHaveLength(0);
  });

  it.each([
    ["seven77", "PASSWORD_TOO_SHORT"],
    ["x".repeat(129), "PASSWORD_TOO_LONG"],
    ["password", "PASSWORD_TOO_COMMON"],
    ["Password123", "PASSWORD_TOO_COMMON"],
    ["1q2w3e4r", "PASSWORD_TOO_COMMON"],
  ])("is told that %s is not allowed", async (password, code) => {
    const response = await browser().post("/api/auth/sign-up/email", signUp("weak@desertrides.example", password));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code });
  });

  it("may choose a password of 8 or of 128 characters", async () => {
    for (const [email, password] of [
      ["short@desertrides.example", "vR8#kq2z"],
      ["long@desertrides.example", "vR8#kq2z".repeat(16)],
    ] as const) {
      expect((await browser().post("/api/auth/sign-up/email", signUp(email, password))).status).toBe(200);
    }
  });
});

describe("a stranger learns nothing about who has an account", () => {
  it("by signing up: the status and words are the same, and the owner gets a hint by mail", async () => {
    const { email } = await newOperator();
    const known = await browser().post("/api/auth/sign-up/email", signUp(email));
    const fresh = await browser().post("/api/auth/sign-up/email", signUp("fresh@desertrides.example"));
    expect(known.status).toBe(fresh.status);
    expect(await shapeOf(known)).toEqual(await shapeOf(fresh));
    const mails = await mailTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual(["You already have a Nightdesk account"]);
    expect(mails[0]?.text).not.toContain("token");
  });

  it("by asking for a new password: the status and words are the same", async () => {
    const { email } = await newOperator();
    const known = await browser().post("/api/auth/request-password-reset", { email, redirectTo: "/reset" });
    const unknown = await browser().post("/api/auth/request-password-reset", {
      email: "nobody@desertrides.example",
      redirectTo: "/reset",
    });
    expect(known.status).toBe(unknown.status);
    expect(await known.json()).toEqual(await unknown.json());
  });

  it("by a wrong password: the status and words are the same", async () => {
    const wrong = { password: "not-the-right-one" };
    const known = await browser().post("/api/auth/sign-in/email", { ...wrong, email: CITY.user.email });
    const unknown = await browser().post("/api/auth/sign-in/email", { ...wrong, email: "nobody@x.example" });
    expect(known.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await known.json()).toEqual(await unknown.json());
  });

  it.each([
    ["sign-up/email", signUp],
    ["send-verification-email", (email: string) => ({ email, callbackURL: "/verify" })],
    ["request-password-reset", (email: string) => ({ email, redirectTo: "/reset" })],
  ])(
    "from %s: the answer takes at least half a second, and known and unknown addresses ask the database equally often",
    async (path, body) => {
      const { email } = await newOperator();
      const waiting = `waiting-${path.length}@desertrides.example`;
      await browser().post("/api/auth/sign-up/email", signUp(waiting));
      const asked: number[] = [];
      for (const address of [email, waiting, `nobody-${path.length}@desertrides.example`]) {
        const { d1, trips } = watchedDatabase(env.DB);
        const started = performance.now();
        await browser({ bindings: { DB: d1 } }).post(`/api/auth/${path}`, body(address));
        expect(performance.now() - started).toBeGreaterThanOrEqual(490);
        asked.push(trips.length);
      }
      expect(Math.max(...asked) - Math.min(...asked), `${asked}`).toBeLessThanOrEqual(ALIKE);
    },
  );
});

describe("a forgotten password", () => {
  it("is replaced through a link that works once; every session ends, and the owner is told", async () => {
    const operator = await newOperator();
    const token = await resetToken(operator.email);
    expect(await inDatabase(token)).toBe(false); // hashed at rest

    const common = await operator.post("/api/auth/reset-password", { token, newPassword: "iloveyou" });
    expect(await common.json()).toMatchObject({ code: "PASSWORD_TOO_COMMON" });
    expect((await operator.post("/api/auth/reset-password", { token, newPassword: NEW_PASSWORD })).status).toBe(200);
    expect((await operator.get("/api/overview")).status).toBe(401);

    const twice = await operator.post("/api/auth/reset-password", { token, newPassword: "third-horse-third-staple" });
    expect(twice.status).toBe(400);
    const signIn = (password: string) => browser().post("/api/auth/sign-in/email", { email: operator.email, password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn(NEW_PASSWORD)).status).toBe(200);
    const subjects = (await mailTo(operator.email)).map(({ subject }) => subject);
    expect(subjects).toEqual(["Choose a new password for Nightdesk", "Your Nightdesk password was changed"]);
  });

  it("gives the owner the account that a stranger opened with the owner's address", async () => {
    const email = "owner@desertrides.example";
    await browser().post("/api/auth/sign-up/email", signUp(email, "the-strangers-password"));
    await browser().post("/api/auth/sign-up/email", signUp(email));
    const [, hint] = await mailTo(email);
    expect(hint?.subject).toBe("You already have a Nightdesk account");

    await browser().post("/api/auth/reset-password", { token: await resetToken(email), newPassword: NEW_PASSWORD });
    const signIn = (password: string) => browser().post("/api/auth/sign-in/email", { email, password });
    expect((await signIn("the-strangers-password")).status).toBe(401);
    expect((await signIn(NEW_PASSWORD)).status).toBe(200); // setting the password confirmed the address too
  });
});

describe("account mail", () => {
  it("is in the outbox before the response, however slow the queue is", async () => {
    const { email } = await newOperator();
    const later: Promise<unknown>[] = [];
    const never = { send: () => new Promise(() => undefined) } as unknown as Queue;
    const response = await worker.fetch(
      new Request("https://nightdesk.example/api/auth/request-password-reset", {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://nightdesk.example" },
        body: JSON.stringify({ email, redirectTo: "/reset" }),
      }) as Parameters<typeof worker.fetch>[0],
      { ...env, JOBS: never } as unknown as Bindings,
      { waitUntil: (work: Promise<unknown>) => void later.push(work) } as unknown as ExecutionContext,
    );
    expect(response.status).toBe(200);
    expect(await mailsWaitingFor(email)).toEqual(["Choose a new password for Nightdesk"]);
    expect(later).not.toHaveLength(0); // the queue is used after the response
  });

  it("expires with its link and says when that is", async () => {
    const { email } = await newOperator();
    await browser().post("/api/auth/request-password-reset", { email, redirectTo: "/reset" });
    const lifetime = await env.DB.prepare("SELECT expires_at - created_at AS ms FROM outgoing_mail WHERE recipient = ?")
      .bind(email)
      .first<number>("ms");
    expect(Math.round((lifetime ?? 0) / 60_000)).toBe(60);
  });

  it("does not fill a mailbox: at most five of a kind an hour, whoever asks", async () => {
    const { email } = await newOperator();
    for (let i = 0; i < 7; i++) {
      const asked = await browser().post("/api/auth/request-password-reset", { email, redirectTo: "/reset" });
      expect(asked.status).toBe(200); // the response reveals nothing
    }
    await browser().post("/api/auth/sign-up/email", signUp(email));
    const waiting = await mailsWaitingFor(email);
    expect(waiting.filter((subject) => subject === "Choose a new password for Nightdesk")).toHaveLength(5);
    expect(waiting).toContain("You already have a Nightdesk account"); // a different kind
  });
});

describe("the audit trail of an account", () => {
  it("lists the confirmation, a new password and signing out everywhere", async () => {
    const email = "audited@desertrides.example";
    await browser().post("/api/auth/sign-up/email", signUp(email));
    await browser().get(pathOf(linkIn((await mailTo(email))[0])));
    const operator = await signedIn(email);
    expect((await operator.post("/api/auth/revoke-sessions")).status).toBe(200);
    const token = await resetToken(email);
    await browser().post("/api/auth/reset-password", { token, newPassword: NEW_PASSWORD });
    const again = browser();
    await again.post("/api/auth/sign-in/email", { email, password: NEW_PASSWORD });
    const { items } = await (await again.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items).toMatchObject([
      { action: "account.password_reset", actor: "Ana Ruiz" },
      { action: "account.signed_out_everywhere", actor: "Ana Ruiz" },
      { action: "account.email_confirmed", actor: "Ana Ruiz" },
    ]);
  });

  it("does not list a refused sign-out", async () => {
    const before = await auditRows();
    expect((await browser().post("/api/auth/revoke-sessions")).status).toBe(401);
    expect(await auditRows()).toBe(before);
  });
});

describe("a session", () => {
  it("is kept in a cookie that scripts cannot read and other sites do not send", async () => {
    const page = browser();
    const response = await page.post("/api/auth/sign-in/email", { email: CITY.user.email, password: PASSWORD });
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^nightdesk\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i); // PUBLIC_URL is http here
    const live = browser({ bindings: { PUBLIC_URL: "https://nightdesk.example" } });
    const safe = await live.post("/api/auth/sign-in/email", { email: CITY.user.email, password: PASSWORD });
    expect(safe.headers.getSetCookie()[0]).toMatch(/^__Secure-nightdesk\.session_token=.*Secure/i);
  });

  it("ends right away when the operator signs out, even for a copy of the cookie", async () => {
    const operator = await newOperator();
    const copy = browser();
    for (const [name, value] of operator.cookies) copy.cookies.set(name, value);
    expect((await copy.get("/api/overview")).status).toBe(200);
    expect((await operator.post("/api/auth/sign-out")).status).toBe(200);
    expect((await copy.get("/api/overview")).status).toBe(401);
  });

  it("ends right away everywhere when the operator signs out everywhere", async () => {
    const operator = await newOperator();
    const elsewhere = await signedIn(operator.email);
    expect((await operator.post("/api/auth/revoke-sessions")).status).toBe(200);
    expect((await elsewhere.get("/api/overview")).status).toBe(401);
    expect((await operator.get("/api/overview")).status).toBe(401);
  });

  it("opens nothing while the account's address is not confirmed", async () => {
    const operator = await newOperator();
    await env.DB.prepare("UPDATE user SET email_verified = 0 WHERE id = ?").bind(operator.id).run();
    const response = await operator.get("/api/overview");
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "email_not_verified" } });
  });

  it("cannot be made up", async () => {
    const page = browser();
    page.cookies.set("nightdesk.session_token", "made-up.c2lnbmF0dXJl");
    expect((await page.get("/api/overview")).status).toBe(401);
  });
});

describe("a seeded operator", () => {
  it("signs in with the password of the last seed until they choose their own", async () => {
    const signIn = async (password: string) =>
      (await browser().post("/api/auth/sign-in/email", { email: COAST.user.email, password })).status;
    const seedAgain = (password: string) => seed(openDatabase(env.DB), seedFiles, Date.now(), password);
    await seedAgain("the-second-seed");
    expect([await signIn(PASSWORD), await signIn("the-second-seed")]).toEqual([401, 200]);

    const token = await resetToken(COAST.user.email);
    const chosen = await browser().post("/api/auth/reset-password", { token, newPassword: NEW_PASSWORD });
    expect(chosen.status).toBe(200);
    await seedAgain("the-third-seed");
    expect([await signIn("the-third-seed"), await signIn(NEW_PASSWORD)]).toEqual([401, 200]);
  });
});

describe("the door", () => {
  it("slows down somebody who guesses passwords, but only at that address", async () => {
    const guesser = browser();
    const guess = { email: "victim@example.com", password: "guess-number-one" };
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await guesser.post("/api/auth/sign-in/email", guess)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
    expect((await browser().post("/api/auth/sign-in/email", guess)).status).toBe(401);
  });

  it("slows down guessing one account's password from many addresses, whether the account exists or not", async () => {
    const { email } = await newOperator();
    for (const account of [email, "nobody-at-all@example.com"]) {
      await guessedFromAfar(account, 49);
      expect((await signInWith(browser(), account, "guess-number-50")).status).toBe(401);
      const refused = await signInWith(browser(), account, "guess-number-51");
      expect(refused.status).toBe(429);
      expect(await refused.json()).toMatchObject({ code: "TOO_MANY_TRIES", message: /Wait 15 minutes/ });
    }
    expect((await signInWith(browser(), email, PASSWORD)).status).toBe(429); // even a right guess is refused
    const stored = await env.DB.prepare("SELECT * FROM sign_in_tries").all();
    expect(JSON.stringify(stored.results)).not.toMatch(/@|203\.0/);
  });

  it("does not count an address's refused attempts against others, however many there are", async () => {
    const { email } = await newOperator();
    const persistent = browser();
    for (let tries = 0; tries < 60; tries++) {
      if (tries % 10 === 0) await env.DB.exec("DELETE FROM rate_limit"); // as if a minute had passed
      await signInWith(persistent, email, "not-the-right-one");
    }
    expect(await env.DB.prepare("SELECT max(tries) AS most FROM sign_in_tries").first("most")).toBe(60);
    expect((await signInWith(browser(), email, PASSWORD)).status).toBe(200);
  });

  it("lets operators in while somebody guesses their password, at a known address or with a new password", async () => {
    const operator = await newOperator();
    await guessedFromAfar(operator.email, 1000);
    expect((await signInWith(operator, operator.email, PASSWORD)).status).toBe(200);
    const elsewhere = browser();
    expect((await signInWith(elsewhere, operator.email, PASSWORD)).status).toBe(429);
    const token = await resetToken(operator.email);
    const chosen = await elsewhere.post("/api/auth/reset-password", { token, newPassword: NEW_PASSWORD });
    expect(chosen.status).toBe(200);
    await guessedFromAfar(operator.email, 1000);
    expect((await signInWith(elsewhere, operator.email, NEW_PASSWORD)).status).toBe(200);
  });

  it("allows attempts again after a quarter of an hour, and forgets addresses after a month", async () => {
    const { email } = await newOperator();
    const mistyping = browser();
    const wrong = () => signInWith(mistyping, email, "not-the-right-one");
    for (let i = 0; i < 10; i++) await wrong();
    await env.DB.exec("DELETE FROM rate_limit"); // that address's limit for any account, which lasts a minute
    expect(await (await signInWith(mistyping, email, PASSWORD)).json()).toMatchObject({ code: "TOO_MANY_TRIES" });
    await env.DB.exec(`UPDATE sign_in_tries SET first_at = first_at - ${15 * 60_000}`);
    expect((await signInWith(mistyping, email, PASSWORD)).status).toBe(200);
    await env.DB.exec(
      `UPDATE sign_in_tries SET first_at = first_at - ${31 * 86_400_000}, succeeded_at = succeeded_at - ${31 * 86_400_000}`,
    );
    await runSweep();
    expect(await env.DB.prepare("SELECT count(*) AS n FROM sign_in_tries").first("n")).toBe(0);
  });

  it("stays closed without a secret to sign sessions with, but the phone is still answered", async () => {
    for (const BETTER_AUTH_SECRET of [undefined, "short"]) {
      const page = browser({ bindings: { BETTER_AUTH_SECRET } });
      const response = await page.post("/api/auth/sign-in/email", { email: CITY.user.email, password: PASSWORD });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ error: { code: "not_configured" } });
      expect((await page.get("/api/overview")).status).toBe(503);
    }
  });

  it("says only that something went wrong when the database is out of reach", async () => {
    const broken = () => {
      throw new Error("D1 is down: secret detail");
    };
    const page = browser({ bindings: { DB: { prepare: broken, batch: broken } as unknown as D1Database } });
    const response = await page.post("/api/auth/sign-in/email", { email: CITY.user.email, password: PASSWORD });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: "internal", request_id: expect.any(String) } });
    expect(text).not.toContain("secret detail");
  });

  it("has only the endpoints that we use", async () => {
    const operator = await newOperator();
    const others = ["sign-in/social", "update-user", "delete-user", "change-email", "link-social"];
    const unused = ["revoke-session", "revoke-other-sessions", "set-password"];
    for (const path of [...others, ...unused]) {
      expect((await operator.post(`/api/auth/${path}`)).status, path).toBe(404);
    }
    expect((await operator.get("/api/auth/list-sessions")).status).toBe(404);
  });

  it("refuses requests from other sites' pages", async () => {
    for (const origin of ["https://evil.example", "null"]) {
      const response = await browser({ origin }).post("/api/auth/sign-in/email", {
        email: CITY.user.email,
        password: PASSWORD,
      });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: { code: "cross_origin" } });
    }
  });
});

function signInWith(page: ReturnType<typeof browser>, email: string, password: string): Promise<Response> {
  return page.post("/api/auth/sign-in/email", { email, password });
}

/** Adds this many attempts from other addresses, up to ten from each. */
async function guessedFromAfar(email: string, tries: number): Promise<void> {
  const accountKey = await sha256(email);
  const insert = env.DB.prepare("INSERT OR REPLACE INTO sign_in_tries VALUES (?, ?, ?, ?, NULL)");
  const addresses = Array.from({ length: Math.ceil(tries / 10) }, (_, n) =>
    insert.bind(accountKey, `afar-${n}`, Math.min(10, tries - n * 10), Date.now()),
  );
  await env.DB.batch(addresses);
}

/** Asks for a new password and follows the link in the mail. */
async function resetToken(email: string): Promise<string | null> {
  const owner = browser();
  await owner.post("/api/auth/request-password-reset", { email, redirectTo: "/reset" });
  const landed = await owner.get(pathOf(linkIn((await mailTo(email)).at(-1))));
  return new URL(landed.headers.get("location") ?? "").searchParams.get("token");
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

async function mailsWaitingFor(email: string): Promise<string[]> {
  const mails = env.DB.prepare("SELECT subject FROM outgoing_mail WHERE recipient = ? AND sent_at IS NULL").bind(email);
  return (await mails.all<{ subject: string }>()).results.map(({ subject }) => subject);
}

function auditRows(): Promise<number | null> {
  return env.DB.prepare("SELECT count(*) AS n FROM audit_events").first<number>("n");
}

async function shapeOf(response: Response) {
  const { token, user } = await response.json<{ token: unknown; user: Record<string, unknown> }>();
  return { token, verified: user.emailVerified, fields: Object.keys(user).sort() };
}

async function inDatabase(token: string | null): Promise<boolean> {
  const { results } = await env.DB.prepare("SELECT identifier, value FROM verification").all();
  return JSON.stringify(results).includes(token ?? "no token");
}
