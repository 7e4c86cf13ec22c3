import { readFileSync } from "node:fs";
import type { Miniflare } from "miniflare";

type Database = Awaited<ReturnType<Miniflare["getD1Database"]>>;
type Size = { tenants: number; reservations: number };

const PAGE = 20_000; // rows per statement; SQLite generates them itself, so nothing large is sent

/** The company that a scan would find last, and its last booking. Bookings are assigned to the companies in turn. */
export const LAST = {
  phoneNumber: ({ tenants }: Size) => `+${12_000_000_000 + tenants - 1}`,
  confirmation: ({ tenants, reservations }: Size) => `RES-${Math.floor(reservations / tenants) * tenants - 1}`,
};

/** Fills an empty database with companies, their numbers and bookings. Every booking is for tomorrow. */
export async function fillDatabase(db: Database, { tenants, reservations }: Size): Promise<void> {
  for (const statement of schema()) await db.prepare(statement).run();
  const now = Date.now();
  const company = (sql: string) => inPages(db, tenants, sql);
  await company(
    `INSERT INTO user (id, name, email, created_at, updated_at) SELECT 'u' || n, 'Operator', 'u' || n || '@example.com', ${now}, ${now} FROM counted`,
  );
  await company(
    "INSERT INTO tenant_config (id, user_id, company_name, verification) SELECT 'u' || n, 'u' || n, 'Company ' || n, 'confirmation_only' FROM counted",
  );
  await company(
    "INSERT INTO tenant_phone_numbers (id, user_id, phone_number, status) SELECT 'n' || n, 'u' || n, '+' || (12000000000 + n), 'connected' FROM counted",
  );
  for (const kind of ["reservations", "drivers"]) {
    await company(
      `INSERT INTO import_meta (id, user_id, kind, source, imported_at) SELECT '${kind}' || n, 'u' || n, '${kind}', 'api', ${now} FROM counted`,
    );
    await company(
      `INSERT INTO current_imports (user_id, kind, import_id, activated_at) SELECT 'u' || n, '${kind}', '${kind}' || n, ${now} FROM counted`,
    );
  }
  await company(
    "INSERT INTO drivers (id, user_id, import_id, name, name_key, phone_e164) SELECT 'd' || n, 'u' || n, 'drivers' || n, 'Dee Driver', 'dee driver', '+15205550161' FROM counted",
  );
  await inPages(
    db,
    reservations,
    `INSERT INTO reservations (id, user_id, import_id, confirmation_number, confirmation_key, customer_name, phone_e164, pickup_at,
       timezone, pickup_address, dropoff_location, driver_assigned, driver_key, num_passengers, status)
     SELECT 'r' || n, 'u' || (n % ${tenants}), 'reservations' || (n % ${tenants}), 'RES-' || n, 'RES' || n, 'Passenger ' || n,
       '+1602' || (5550000 + n % 9999), ${now + 86_400_000}, 'America/Phoenix', '1 Main St', '2 Side St', 'Dee Driver', 'dee driver', 2, 'confirmed'
     FROM counted`,
  );
}

async function inPages(db: Database, rows: number, sql: string): Promise<void> {
  for (let from = 0; from < rows; from += PAGE) {
    const to = Math.min(from + PAGE, rows) - 1;
    const counted = `WITH RECURSIVE counted(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM counted WHERE n < ${to})`;
    await db.prepare(sql.replace(/ SELECT /, (word) => ` ${counted}${word}`).replace(/\s+/g, " ")).run();
  }
}

function schema(): string[] {
  const journal = JSON.parse(readFileSync("migrations/meta/_journal.json", "utf8")) as { entries: { tag: string }[] };
  return journal.entries.flatMap(({ tag }) =>
    readFileSync(`migrations/${tag}.sql`, "utf8")
      .split("--> statement-breakpoint")
      .map((statement) => statement.trim()),
  );
}
