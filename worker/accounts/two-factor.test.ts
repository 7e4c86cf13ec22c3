import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { oneTimeCode } from "../testing/one-time-code.ts";
import { type Browser, browser, newOperator, PASSWORD, seededAccounts } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

type Enabled = { totpURI: string; backupCodes: string[] };

async function withTwoFactor() {
  const operator = await newOperator();
  const asked = await operator.post("/api/auth/two-factor/enable", { password: PASSWORD });
  expect(asked.status).toBe(200);
  const { totpURI, backupCodes } = await asked.json<Enabled>();
  const on = await operator.post("/api/auth/two-factor/verify-totp", { code: await oneTimeCode(totpURI) });
  expect(on.status).toBe(200);
  return { operator, totpURI, backupCodes };
}

function signIn(page: Browser, email: string): Promise<Response> {
  return page.post("/api/auth/sign-in/email", { email, password: PASSWORD });
}

async function auditOf(operator: Browser): Promise<string[]> {
  const { items } = await (await operator.get("/api/audit-events")).json<{ items: { action: string }[] }>();
  return items.map(({ action }) => action);
}

describe("two-factor", () => {
  it("is asked for once a code was right, and opens nothing before", async () => {
    const { operator, totpURI } = await withTwoFactor();
    expect((await operator.get("/api/overview")).status).toBe(200); // this session goes on
    expect(await auditOf(operator)).toEqual(["account.two_factor_on"]);
    const page = browser();
    const asked = await signIn(page, operator.email);
    expect(await asked.json()).toMatchObject({ twoFactorRedirect: true });
    expect((await page.get("/api/overview")).status).toBe(401);
    const opened = await page.post("/api/auth/two-factor/verify-totp", { code: await oneTimeCode(totpURI) });
    expect(opened.status).toBe(200);
    expect(await opened.text()).not.toContain("token");
    expect((await page.get("/api/overview")).status).toBe(200);
  });

  it("is not on until a code was right: a secret that was lost on the way locks nobody out", async () => {
    const operator = await newOperator();
    await operator.post("/api/auth/two-factor/enable", { password: PASSWORD });
    const wrong = await operator.post("/api/auth/two-factor/verify-totp", { code: "000000" });
    expect(wrong.status).toBe(401);
    const page = browser();
    await signIn(page, operator.email);
    expect((await page.get("/api/overview")).status).toBe(200);
    const again = await operator.post("/api/auth/two-factor/enable", { password: PASSWORD });
    expect(again.status).toBe(200);
  });

  it("takes each recovery code once instead", async () => {
    const { operator, backupCodes } = await withTwoFactor();
    expect(backupCodes).toHaveLength(10);
    const [code = ""] = backupCodes;
    const page = browser();
    await signIn(page, operator.email);
    expect((await page.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(200);
    expect((await page.get("/api/overview")).status).toBe(200);
    const twice = browser();
    await signIn(twice, operator.email);
    expect((await twice.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(401);
    expect((await twice.get("/api/overview")).status).toBe(401);
  });

  it("slows down guessing: five wrong codes end a sign-in, ten lock the code out for a while", async () => {
    const { operator, totpURI } = await withTwoFactor();
    for (let round = 0; round < 2; round++) {
      const guesser = browser();
      await signIn(guesser, operator.email);
      for (let n = 0; n < 5; n++) {
        expect((await guesser.post("/api/auth/two-factor/verify-totp", { code: "000000" })).status).toBe(401);
      }
      const sixth = await guesser.post("/api/auth/two-factor/verify-totp", { code: await oneTimeCode(totpURI) });
      expect(sixth.status).toBeGreaterThanOrEqual(400);
      expect((await guesser.get("/api/overview")).status).toBe(401);
    }
    const page = browser();
    await signIn(page, operator.email);
    const locked = await page.post("/api/auth/two-factor/verify-totp", { code: await oneTimeCode(totpURI) });
    expect(locked.status).toBe(429);
  });

  it("is never left out for a browser that asks to be trusted", async () => {
    const { operator, totpURI } = await withTwoFactor();
    const page = browser();
    await signIn(page, operator.email);
    const code = await oneTimeCode(totpURI);
    await page.post("/api/auth/two-factor/verify-totp", { code, trustDevice: true, disableSession: true });
    expect((await page.get("/api/overview")).status).toBe(200);
    await page.post("/api/auth/sign-out");
    expect(await (await signIn(page, operator.email)).json()).toMatchObject({ twoFactorRedirect: true });
  });

  it("is switched off only with the password, and then not asked for", async () => {
    const { operator } = await withTwoFactor();
    const wrong = await operator.post("/api/auth/two-factor/disable", { password: "not-the-right-one" });
    expect(wrong.status).toBe(400);
    expect((await operator.post("/api/auth/two-factor/disable", { password: PASSWORD })).status).toBe(200);
    expect(await auditOf(operator)).toEqual(["account.two_factor_off", "account.two_factor_on"]);
    const page = browser();
    await signIn(page, operator.email);
    expect((await page.get("/api/overview")).status).toBe(200);
  });

  it("gives new recovery codes only for the password, and the old ones no longer work", async () => {
    const { operator, backupCodes } = await withTwoFactor();
    const path = "/api/auth/two-factor/generate-backup-codes";
    expect((await operator.post(path, { password: "not-the-right-one" })).status).toBe(400);
    const fresh = await (await operator.post(path, { password: PASSWORD })).json<{ backupCodes: string[] }>();
    const page = browser();
    await signIn(page, operator.email);
    const old = await page.post("/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] });
    expect(old.status).toBe(401);
    const [code] = fresh.backupCodes;
    expect((await page.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(200);
  });

  it("keeps neither the secret nor a recovery code as it is", async () => {
    const { totpURI, backupCodes } = await withTwoFactor();
    const stored = JSON.stringify((await env.DB.prepare("SELECT * FROM two_factor").all()).results);
    const secret = new URL(totpURI).searchParams.get("secret") ?? "none";
    expect([secret, ...backupCodes].filter((text) => stored.includes(text))).toEqual([]);
  });

  it("cannot be switched on, off or renewed without a session", async () => {
    for (const name of ["enable", "disable", "generate-backup-codes", "verify-totp", "verify-backup-code"]) {
      const response = await browser().post(`/api/auth/two-factor/${name}`, { password: PASSWORD, code: "000000" });
      expect([name, response.status]).toEqual([name, 401]);
    }
    for (const name of ["send-otp", "verify-otp", "get-totp-uri", "view-backup-codes"]) {
      expect([name, (await browser().post(`/api/auth/two-factor/${name}`)).status]).toEqual([name, 404]);
    }
  });

  it("counts guesses of the password by a session that was left open", async () => {
    const operator = await newOperator();
    const statuses: number[] = [];
    for (let n = 0; n < 11; n++) {
      await env.DB.exec("DELETE FROM rate_limit");
      statuses.push((await operator.post("/api/auth/two-factor/enable", { password: `guess-${n}` })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
  });
});
