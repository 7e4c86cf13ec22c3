import { DRIVER_FIELDS, type DriverRow } from "../../drivers/fields.ts";
import { atOnce, eachRow, type Steps } from "../../lib/steps.ts";
import { nameKey } from "../../reservations/name.ts";
import { chooseMapping } from "./choose-mapping.ts";
import { columnsQuestion, type MapInput, type Mapped, unanswered } from "./mapped.ts";
import { type RowError, warningList } from "./notes.ts";
import { readName } from "./read-fields.ts";
import { phoneReader } from "./read-phone.ts";
import { textReader } from "./read-texts.ts";
import { readTable, titlesOf } from "./table-reader.ts";

const readTexts = textReader(DRIVER_FIELDS);

/**
 * The drivers of a list. A driver without a number that can be dialled is kept and noted, because calls cannot be
 * transferred to them. Two drivers of one name are both kept and noted, because a look-up will not guess between them.
 */
export function mapDrivers(input: MapInput<"drivers">): Mapped<DriverRow> {
  return atOnce(driverSteps(input));
}

/** The same in steps. */
export function* driverSteps(input: MapInput<"drivers">): Steps<Mapped<DriverRow>> {
  const { columns, rows, firstRow = 2, country = "US" } = input;
  const { mapping, missing } = chooseMapping("drivers", { columns, rows }, input.mapping);
  if (missing.length > 0) return unanswered([columnsQuestion(missing)]);

  const title = (field: string) => titlesOf(columns, mapping, field);
  const errors: RowError[] = [];
  const warnings = warningList();
  const readPhone = phoneReader(country, { dialled: true });
  const drivers: DriverRow[] = [];
  const byName = new Map<string, { driver: DriverRow; row: number }[]>();
  yield* eachRow(readTable({ columns, rows, firstRow }, mapping, { errors, warnings }), (line) => {
    const { row } = line;
    const name = readName(line.text("name") ?? "");
    const key = nameKey(name);
    if (key === "") {
      errors.push({ row, column: title("name"), reason: "The row has no driver's name." });
      return;
    }
    const { telephone: phone, phoneE164 } = readPhone(line.texts("phone").map((text) => ({ text, own: true })));
    const namesakes = byName.get(key) ?? [];
    byName.set(key, namesakes);
    const same = namesakes.find(({ driver }) => (phoneE164 ?? phone) === (driver.phoneE164 ?? driver.phone));
    if (same) {
      errors.push({ row, column: title("name"), reason: `${name} with this number is in row ${same.row} already.` });
      return;
    }
    if (namesakes.length > 0) {
      const message = "Several drivers of one name: calls are transferred to none of them until their names differ.";
      warnings.add("same_name", title("name"), message, { row, word: name });
    }
    if (phoneE164 === null) {
      const message = "Drivers without a number that can be dialled: calls cannot be transferred to them.";
      warnings.add("no_phone", title("phone"), message, { row, word: name });
    }
    const driver = { name, nameKey: key, phone, phoneE164, ...readTexts(line) };
    namesakes.push({ driver, row });
    drivers.push(driver);
  });
  return { rows: drivers, errors, warnings: warnings.all(), questions: [] };
}
