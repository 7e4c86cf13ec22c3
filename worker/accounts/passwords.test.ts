import { beforeAll, describe, expect, it } from "vitest";
import { company } from "../testing/company.ts";
import { browser, linkIn, mailTo, newOperator, PASSWORD, seededAccounts, signedIn } from "../testing/operator.ts";

beforeAll(() => seededAccounts());

const NEW_PASSWORD = "another-horse-another-staple";
const THIRD_PASSWORD = "third-horse-third-staple";

/** Asks for a new password and follows the link in the mail. */
async function resetToken(email: string): Promise<string> {
  const owner = browser();
  await owner.post("/api/auth/request-password-reset", { email, redirectTo: "/reset" });
  const { pathname, search } = new URL(linkIn((await mailTo(email)).at(-1)));
  const landed = await owner.get(pathname + search);
  return new URL(landed.headers.get("location") ?? "").searchParams.get("token") ?? "";
}

function reset(token: string, newPassword = NEW_PASSWORD): Promise<Response> {
  return browser().post("/api/auth/reset-password", { token, newPassword });
}

async function codeOf(response: Response): Promise<[number, string | undefined]> {
  const { code } = await response.json<{ code?: string }>();
  return [response.status, code];
}

describe("every link to a new password stops working", () => {
  it("once a newer one was used", async () => {
    const { email } = await newOperator();
    const [older, newer] = [await resetToken(email), await resetToken(email)];
    expect((await reset(newer)).status).toBe(200);
    expect(await codeOf(await reset(older, THIRD_PASSWORD))).toEqual([400, "INVALID_TOKEN"]);
  });

  it("once the operator has signed in, because they remembered", async () => {
    const { email } = await newOperator();
    const token = await resetToken(email);
    await signedIn(email);
    expect(await codeOf(await reset(token))).toEqual([400, "INVALID_TOKEN"]);
  });

  it("once the password was changed", async () => {
    const operator = await newOperator();
    const token = await resetToken(operator.email);
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await operator.post("/api/auth/change-password", change)).status).toBe(200);
    expect(await codeOf(await reset(token, THIRD_PASSWORD))).toEqual([400, "INVALID_TOKEN"]);
  });

  it("but not because of another account, or of a wrong password", async () => {
    const { email } = await newOperator();
    const token = await resetToken(email);
    await newOperator();
    await browser().post("/api/auth/sign-in/email", { email, password: "not-the-right-one" });
    expect((await reset(token)).status).toBe(200);
  });
});

describe("a changed password", () => {
  it("ends the sessions elsewhere and keeps this one, is told by mail and noted", async () => {
    const operator = await newOperator();
    const elsewhere = await signedIn(operator.email);
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD, revokeOtherSessions: false };
    const changed = await operator.post("/api/auth/change-password", change);
    expect(changed.status).toBe(200);
    expect(await changed.text()).not.toContain("token");
    expect((await operator.get("/api/overview")).status).toBe(200);
    expect((await elsewhere.get("/api/overview")).status).toBe(401);
    expect((await mailTo(operator.email)).map(({ subject }) => subject)).toEqual([
      "Your Nightdesk password was changed",
    ]);
    const { items } = await (await operator.get("/api/audit-events")).json<{ items: object[] }>();
    expect(items).toMatchObject([{ action: "account.password_changed", actor: "Noor Haddad" }]);
    const signIn = (password: string) => browser().post("/api/auth/sign-in/email", { email: operator.email, password });
    expect([(await signIn(PASSWORD)).status, (await signIn(NEW_PASSWORD)).status]).toEqual([401, 200]);
  });

  it("needs the old one, and a session", async () => {
    const operator = await newOperator();
    const change = { currentPassword: "not-the-right-one", newPassword: NEW_PASSWORD };
    expect((await operator.post("/api/auth/change-password", change)).status).toBe(400);
    expect((await browser().post("/api/auth/change-password", change)).status).toBe(401);
    expect((await operator.get("/api/overview")).status).toBe(200);
  });
});

describe("a password that is easy to guess for whoever knows its owner is refused", () => {
  it("when it is changed or reset: the company, the owner, the address, repeated characters and rows", async () => {
    const operator = await company({ company_name: "Saguaro Shuttle" });
    const mailbox = operator.email.split("@")[0];
    const easy = ["SaguaroShuttle-2027", `${mailbox}-2027`, "my-nightdesk-2027", "aaaaaaaa", "12345678910"];
    const token = await resetToken(operator.email);
    for (const newPassword of easy) {
      const change = await operator.post("/api/auth/change-password", { currentPassword: PASSWORD, newPassword });
      expect([newPassword, ...(await codeOf(change))]).toEqual([newPassword, 400, expect.stringMatching(/^PASSWORD_/)]);
      expect([newPassword, ...(await codeOf(await reset(token, newPassword)))]).toEqual([
        newPassword,
        400,
        expect.stringMatching(/^PASSWORD_/),
      ]);
    }
    expect((await reset(token)).status).toBe(200); // a refusal does not use up the link
  });

  it("at sign-up: the product, the owner and the address", async () => {
    const account = { name: "Rosa Vega", email: "rosa@cactuscabs.example", callbackURL: "/verify" };
    for (const password of ["nightdesk-2027", "CactusCabs99", "Rosa.Vega.1987", "zzzzzzzz"]) {
      const refused = await browser().post("/api/auth/sign-up/email", { ...account, password });
      expect([password, ...(await codeOf(refused))]).toEqual([password, 400, expect.stringMatching(/^PASSWORD_/)]);
    }
    expect((await browser().post("/api/auth/sign-up/email", { ...account, password: PASSWORD })).status).toBe(200);
  });
});

describe("no reply of an account", () => {
  it("repeats the session's token, which is in a cookie that scripts cannot read", async () => {
    const { email } = await newOperator();
    const page = browser();
    const replies = [
      await page.post("/api/auth/sign-in/email", { email, password: PASSWORD }),
      await page.get("/api/auth/get-session"),
    ];
    const token = decodeURIComponent([...page.cookies.values()][0] ?? "none").split(".")[0] ?? "none";
    for (const reply of replies) {
      const text = await reply.text();
      expect(JSON.parse(text)).toMatchObject({ user: { email } });
      expect(text).not.toContain(token);
      expect(text).not.toContain("token");
    }
  });
});

describe("a name", () => {
  const HIDDEN = ["Rosa\u202eagev", "Rosa\u0000Vega", "Rosa\u200bVega", "Rosa\u2066Vega", "Rosa\ud800"];

  it("with characters that cannot be seen is refused wherever a name is taken", async () => {
    const operator = await company();
    const account = { email: "hidden@desertrides.example", password: PASSWORD, callbackURL: "/verify" };
    for (const name of HIDDEN) {
      const replies = {
        account: await browser().post("/api/auth/sign-up/email", { ...account, name }),
        key: await operator.post("/api/api-keys", { name }),
        driver: await operator.post("/api/drivers", { name }),
        company: await operator.put("/api/tenant-config", { company_name: name }),
        operator: await operator.put("/api/tenant-config", { operator_name: name }),
        number: await operator.post("/api/phone-numbers", { phone_number: "+16025550188", label: name }),
      };
      const statuses = Object.entries(replies).map(([taken, { status }]) => [taken, status]);
      expect([name, ...statuses]).toEqual([name, ...Object.keys(replies).map((taken) => [taken, 400])]);
    }
  });

  it("of any script is taken", async () => {
    const operator = await company();
    for (const name of ["Zoë Núñez", "李小龙", "فاطمه‌زهرا", "Ana 👩‍✈️"]) {
      expect((await operator.post("/api/api-keys", { name })).status).toBe(201);
    }
  });

  it("comes without a picture: an address of one is refused", async () => {
    const account = { name: "Ana", email: "image@desertrides.example", password: PASSWORD, callbackURL: "/verify" };
    const image = "https://tracker.example/pixel.png";
    const refused = await browser().post("/api/auth/sign-up/email", { ...account, image });
    expect(await codeOf(refused)).toEqual([400, "IMAGE_NOT_ACCEPTED"]);
    expect(await mailTo(account.email)).toEqual([]);
  });
});
