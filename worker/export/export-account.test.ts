import { env } from "cloudflare:test";
import { getTableName } from "drizzle-orm";
import { unzipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { insertClosure, removeAccount, savedClosure } from "../closure/store/closures.ts";
import { createServices } from "../services.ts";
import { scopeOfAccount } from "../tenancy/account.ts";
import { type Browser, newOperator, seededAccounts } from "../testing/operator.ts";
import { CANARY, tablesOfCompanies, type Whole, wholeCompany } from "../testing/whole-company.ts";
import { exportAccount } from "./export-account.ts";
import { SOURCES } from "./store/export-pages.ts";
import { zipStream } from "./zip-stream.ts";

let mesa: Whole;
let files: Record<string, string>;

beforeAll(async () => {
  await seededAccounts();
  mesa = await wholeCompany();
  files = await exported(mesa);
});

async function exported(operator: Browser): Promise<Record<string, string>> {
  const response = await operator.get("/api/account-export");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/zip");
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="nightdesk-\d{4}-\d\d-\d\d\.zip"$/,
  );
  return unzipped(await response.arrayBuffer());
}

function unzipped(zip: ArrayBuffer): Record<string, string> {
  const entries = Object.entries(unzipSync(new Uint8Array(zip)));
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return Object.fromEntries(entries.map(([name, bytes]) => [name, text.decode(bytes)]));
}

const json = (name: string) => JSON.parse(files[`${name}.json`] ?? "null");

it("contains everything as CSV and as JSON, with a description of each file", () => {
  const names = Object.keys(files).filter((name) => name !== "README.txt");
  expect(names.length).toBeGreaterThan(35);
  for (const name of names)
    expect(names, name).toContain(name.replace(/\.(csv|json)$/, name.endsWith("csv") ? ".json" : ".csv"));
  for (const name of names.filter((name) => !name.includes("/"))) {
    expect(files["README.txt"]).toContain(name.replace(/\..*/, ""));
  }
});

it("contains what the company has", () => {
  expect(json("settings")).toMatchObject([
    { company_name: "Mesa Verde Shuttle", created_at: expect.stringMatching(/Z$/) },
  ]);
  expect(json("settings-history")).toMatchObject([{ version: 1 }]);
  expect(json("account")).toEqual([{ name: "Noor Haddad", email: mesa.email }]);
  expect(json("phone-numbers")).toMatchObject([{ phone_number: mesa.phone }, { sip_password_set: true }]);
  expect(json("reservations")).toHaveLength(2);
  expect(
    json("earlier-reservations")
      .map((row: { customer_name: string }) => row.customer_name)
      .sort(),
  ).toContain("Ada Quill");
  expect(json("drivers")).toMatchObject([{ name: "Driver of =Zoë Núñez" }]);
  expect(json("earlier-drivers")).toMatchObject([{ name: "Driver of Ada Quill" }]);
  expect(json("imports")).toHaveLength(5);
  expect(json("calls")).toMatchObject([{ call_id: "mesa-call" }, { call_id: "mesa-late" }]);
  expect(json("messages")).toMatchObject([{ message: "@Call me" }]);
  expect(json("rings")).toMatchObject([{ from_number: "+16025550177" }]);
  expect(json("blocked-callers")).toMatchObject([{ note: "Never again" }]);
  expect(json("how-long-we-keep")).toMatchObject([{ reservation_days: 700 }]);
  expect(json("audit-events").length).toBeGreaterThan(8);
  expect(json("api-keys")).toMatchObject([{ name: "Dispatch" }]);
});

it("contains the transcripts, as turns and as lines", () => {
  const [call] = json("transcripts/0001");
  expect(call).toMatchObject({
    call_id: "mesa-call",
    transcript: expect.arrayContaining([expect.objectContaining({ role: "agent" })]),
  });
  const lines = files["transcripts/0001.csv"]?.split("\r\n") ?? [];
  expect(lines[0]).toBe("\uFEFFcall_id,started_at,at_ms,role,name,text");
  expect(lines.length).toBe(call.transcript.length + 1);
});

it("has nothing in its CSV that a spreadsheet would run, and its list can be imported again", async () => {
  expect(files["reservations.csv"]).toContain("'=Zoë Núñez");
  expect(files["messages.csv"]).toContain("'@Call me");
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith(".csv")) expect(text, name).not.toMatch(/(^|,|\n)"?[=+@]/);
  }
  const again = await mesa.upload("/api/imports?kind=reservations", files["reservations.csv"] ?? "");
  expect(await again.json()).toMatchObject({ rows: 2, skipped: 0 });
});

it("has no secret in it", () => {
  const all = Object.values(files).join("\n");
  for (const secret of [CANARY, mesa.key, mesa.key.slice(0, 12), "key_hash", "recordings.test"])
    expect(all).not.toContain(secret);
});

it("leaves out only the tables that are internal to us", async () => {
  const names = new Set(Object.values(SOURCES).map(({ table }) => getTableName(table)));
  const byReply = ["tenant_phone_numbers"];
  const notTheirs = {
    account: "the password's hash",
    session: "how browsers are known",
    two_factor: "the secret of the second factor",
    outgoing_mail: "mail on its way, with links that open the account",
    call_days: "counted from the calls and messages, which are exported",
    call_events: "what is not in the archive yet",
    import_pages: "rows of a file that is still arriving",
    current_imports: "the reservations file is the current list",
    lookup_misses: "limits against guessing, for a day",
    closures: "how far a closure is",
    route_incidents: "what the watchdog has mailed and is not over",
    number_purchases: "how far a purchase is; the number that it brought is exported",
    connection_requests: "a lock against pressing Connect too often",
    sealed_secrets: "where a password is sealed, never the password",
    usage: "our count of requests to Retell",
  };
  expect([...names, ...byReply, ...Object.keys(notTheirs)].sort()).toEqual(await tablesOfCompanies());
});

it("works for a company that has nothing yet", async () => {
  const empty = await exported(await newOperator());
  expect(JSON.parse(empty["calls.json"] ?? "")).toEqual([]);
  expect(empty["calls.csv"]).toMatch(/^\uFEFFid,call_id,[\w,]+$/);
});

it("is aborted when something cannot be read, so that an incomplete archive never looks complete", async () => {
  const archive = { get: () => Promise.reject(new Error("R2 is out of reach")) } as unknown as R2Bucket; // all that is asked of it
  const services = { ...createServices(env, { waitUntil: () => undefined }), archive };
  const stream = exportAccount(scopeOfAccount(mesa), services, { name: "Noor Haddad", email: mesa.email });
  await expect(new Response(stream).arrayBuffer()).rejects.toThrow("R2 is out of reach");
});

it.each(["being closed", "gone"])("is aborted when the account is %s before the download ends", async (then) => {
  const leaving = await newOperator();
  const [scope, services] = [scopeOfAccount(leaving), createServices(env, { waitUntil: () => undefined })];
  const reader = exportAccount(scope, services, { name: "Noor Haddad", email: leaving.email }).getReader();
  await reader.read();
  await insertClosure(scope, services.db, { id: crypto.randomUUID(), at: 1, numbers: [] });
  const closure = await savedClosure(scope, services.db);
  if (then === "gone" && closure) await removeAccount(scope, services.db, closure);
  const rest = async () => {
    for (let part = await reader.read(); !part.done; ) part = await reader.read();
  };
  await expect(rest()).rejects.toThrow("closed in the meantime");
});

it("keeps only one piece in memory", async () => {
  let given = 0;
  async function* pieces() {
    for (; given < 200; given++) yield { file: "a.txt", text: `${crypto.randomUUID()}\n`.repeat(20_000) };
    yield { file: "a.txt", end: true as const };
  }
  const reader = zipStream(pieces(), Date.now()).getReader();
  await reader.read();
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(given).toBeLessThan(5); // nothing is packed while nobody reads
  await reader.cancel();
});
