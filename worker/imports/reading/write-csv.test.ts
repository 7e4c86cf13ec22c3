import { expect, it } from "vitest";
import { neutraliseFormula, restoreText } from "./neutralise-formula.ts";
import { writeCsv } from "./write-csv.ts";

it("an export opens in Excel with its accents, and nothing in it is a formula", () => {
  expect(
    writeCsv(
      ["Name", "Pax"],
      [
        ["Tomás, T.", 4],
        ["=1+1", null],
        ['"hi"', -2],
      ],
    ),
  ).toBe('\uFEFFName,Pax\r\n"Tomás, T.",4\r\n\'=1+1,\r\n"""hi""",\'-2');
});

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1", "''=1"])(
  "%j is made harmless and comes back",
  (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`);
    expect(restoreText(neutraliseFormula(text))).toBe(text);
  },
);

it.each(["1+1", "a=b", "O'Neill", "'tis", ""])("%j is left alone", (text) => {
  expect(neutraliseFormula(text)).toBe(text);
  expect(restoreText(text)).toBe(text);
});
