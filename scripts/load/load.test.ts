import { globSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { loadOldProject, type OldFiles } from "./load.ts";

const SUN_CITY = "3cf84beb-9238-4a53-98b3-f4e4e527663c";
const OTHER = "8b1d6c1e-2f7a-4c55-9a40-6f3f0a7d2b10";
const NOW = Date.parse("2026-11-28T12:00:00Z");

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));

const FILES = {
  "auth.users": csv(
    "id,email,encrypted_password,email_confirmed_at,created_at",
    `${SUN_CITY},Desk@SunCity.example,$2a$10$secret,2026-01-02 03:04:05+00,2026-01-02 03:04:05.678+00`,
    `${OTHER},rosa@suncoast.example,x,,2026-02-01 00:00:00+00`,
    ",nobody,,,",
  ),
  tenant_config: csv(
    "id,user_id,company_name,timezone,business_hours_start,business_hours_end,forwarding_mode,transfer_enabled,phone_number,retell_phone_number_id,sip_password",
    `c-1,${SUN_CITY},Sun City Express,America/Phoenix,6,22,after_hours,t,+15206800005,+15206800005,`,
    `c-2,${OTHER},"Sun Coast, Inc.",America/Los_Angeles,18,2,always,f,(310) 555-0142,NULL,hunter2`,
    "c-3,nobody,Nobody's,America/Phoenix,6,22,always,t,,,",
    `c-4,${OTHER},Elsewhere,Mars/Base,6,22,always,t,,,`,
  ),
  import_meta: csv(
    "id,user_id,imported_at",
    `i-old,${SUN_CITY},2026-11-26 08:00:00+00`,
    `i-new,${SUN_CITY},2026-11-28 08:00:00+00`,
  ),
  reservations: csv(
    "id,user_id,confirmation_number,customer_name,telephone,pickup_time,pickup_address,status,driver_assigned",
    `r-1,${SUN_CITY},RES-1001,Ana Reyes,(602) 555-0143,2026-11-29 14:30:00+00,12 Oak St,confirmed,Luis Ortega`,
    `r-2,${SUN_CITY},RES-1002,Bo O'Hara,602-555-0144,2026-11-29 07:30,14 Oak St,confirmed,`,
    `r-3,${SUN_CITY},RES-1003,Cy Hill,602-555-0145,sometime,16 Oak St,confirmed,`,
    `r-4,${OTHER},RES-1001,Dee Fox,310-555-0146,2026-11-01 08:30:00+00,1 Bay Rd,confirmed,`,
    `r-5,${OTHER},RES-1002,Ed Gray,310-555-0147,2026-11-01 09:30:00+00,2 Bay Rd,confirmed,`,
    "r-6,nobody,RES-1001,Flo Hart,,2026-11-29 14:30:00+00,3 Bay Rd,confirmed,",
  ),
  drivers: csv("id,user_id,name,phone", `d-1,${SUN_CITY},Luis Ortega,(602) 555-0150`),
} satisfies OldFiles;

function emptyDatabase(): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  for (const file of globSync("migrations/*.sql").sort()) db.exec(readFileSync(file, "utf8"));
  db.exec("PRAGMA foreign_keys = on");
  return db;
}

function everything(db: DatabaseSync): Record<string, unknown[]> {
  const tables = [
    "user",
    "tenant_config",
    "tenant_phone_numbers",
    "import_meta",
    "reservations",
    "drivers",
    "current_imports",
  ];
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY 1`).all()]));
}

function loaded(files: OldFiles = FILES) {
  const db = emptyDatabase();
  const result = loadOldProject(files, NOW);
  for (const statement of result.statements) db.exec(statement);
  return { db, ...result };
}

it("takes accounts, settings and numbers over with their ids", () => {
  const { db, counts } = loaded();
  expect(counts).toEqual({ accounts: 2, companies: 2, numbers: 2, lists: 4, reservations: 4, drivers: 1 });
  expect(everything(db)).toMatchObject({
    user: [
      {
        id: SUN_CITY,
        email: "desk@suncity.example",
        email_verified: 1,
        created_at: Date.parse("2026-01-02T03:04:05.678Z"),
      },
      { id: OTHER, email_verified: 0 },
    ],
    tenant_config: [
      {
        id: "c-1",
        user_id: SUN_CITY,
        forwarding_mode: "after_hours",
        transfer_enabled: 1,
        verification: "confirmation_only",
      },
      {
        id: "c-2",
        user_id: OTHER,
        company_name: "Sun Coast, Inc.",
        transfer_enabled: 0,
        verification: "second_factor",
      },
    ],
    tenant_phone_numbers: [
      { user_id: SUN_CITY, phone_number: "+15206800005", status: "connected" },
      { user_id: OTHER, phone_number: "+13105550142", status: "not_connected", retell_phone_number_id: null },
    ],
  });
});

it("takes bookings over with their ids, at the right instants, for their own company", () => {
  const { reservations, drivers, current_imports } = everything(loaded().db);
  const at = Date.parse;
  expect(reservations).toMatchObject([
    {
      id: "r-1",
      user_id: SUN_CITY,
      import_id: "i-new",
      pickup_at: at("2026-11-29T14:30Z"),
      phone_e164: "+16025550143",
    },
    { id: "r-2", user_id: SUN_CITY, pickup_at: at("2026-11-29T07:30-07:00"), timezone: "America/Phoenix" },
    { id: "r-4", user_id: OTHER, pickup_at: at("2026-11-01T08:30Z"), timezone: "America/Los_Angeles" },
    { id: "r-5", user_id: OTHER, pickup_at: at("2026-11-01T09:30Z") }, // the same wall time, an hour later
  ]);
  expect(drivers).toMatchObject([{ id: "d-1", user_id: SUN_CITY, phone_e164: "+16025550150" }]);
  expect(current_imports).toMatchObject([
    { user_id: SUN_CITY, kind: "drivers" },
    { user_id: SUN_CITY, kind: "reservations", import_id: "i-new", activated_at: at("2026-11-28T08:00Z") },
    { user_id: OTHER, kind: "reservations" },
  ]);
});

it("changes nothing when it runs again, and leaves alone what was changed meanwhile", () => {
  const { db, statements } = loaded();
  db.exec("UPDATE tenant_config SET company_name = 'Renamed' WHERE id = 'c-1'");
  db.exec("UPDATE reservations SET customer_name = 'Ana Reyes-Soto' WHERE id = 'r-1'");
  const before = everything(db);
  for (const statement of statements) db.exec(statement);
  expect(everything(db)).toEqual(before);
  expect(loadOldProject(FILES, NOW).statements).toEqual(statements);
});

it("lists what it cannot read, by file and line", () => {
  const told = loaded().unread.map(({ file, line }) => `${file} ${line}`);
  expect(told.sort()).toEqual([
    "auth.users 4", // neither id nor address
    "reservations 4", // no time that anybody could read
    "reservations 7", // a company that is not there
    "tenant_config 3", // a trunk password
    "tenant_config 4", // nobody's
    "tenant_config 5", // no such time zone
  ]);
});

it("takes over no password, neither of an account nor of a trunk", () => {
  const { statements, unread } = loaded();
  expect(JSON.stringify([statements, unread])).not.toMatch(/secret|hunter2|\$2a/);
});
