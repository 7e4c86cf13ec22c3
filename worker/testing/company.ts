import { type Browser, newOperator } from "./operator.ts";

export const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
export const HEADER = "Conf#,Passenger,Phone,PU Date,PU Time,Pickup Address,Drop-off,Driver,Pax,Status";

/** A list as dispatch systems export it: `rows` are confirmation numbers with what differs from the usual booking. */
export function csv(...rows: [number: string, more?: Record<string, string>][]): string {
  const lines = rows.map(([number, more = {}]) => {
    const cell = { ...USUAL, ...more };
    return `${number},${cell.name},${cell.phone},${cell.day},${cell.time},${cell.from},Airport,${cell.driver},${cell.pax},${cell.status}`;
  });
  return [HEADER, ...lines].join("\r\n");
}

const USUAL = {
  name: "Ada Quill",
  phone: "(602) 555-0171",
  day: TOMORROW,
  time: "7:10 AM",
  from: "1 Main St",
  driver: "",
  pax: "2",
  status: "Confirmed",
};

let line = 200;

/** A company with settings and its own number. Its callers only need to know the confirmation number. */
export async function company(config: object = {}): Promise<Browser & { phone: string; id: string; email: string }> {
  const operator = await newOperator();
  await operator.put("/api/tenant-config", {
    company_name: "Desert Rides",
    timezone: "America/Phoenix",
    verification: "confirmation_only",
    ...config,
  });
  line += 1;
  const phone = `+1602555${String(line).padStart(4, "0")}`;
  await operator.post("/api/phone-numbers", { phone_number: phone });
  return { ...operator, phone };
}
