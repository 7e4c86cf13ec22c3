import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";

const text = (csv: string) => readCsv(new TextEncoder().encode(csv));
const bytes = (...parts: (string | number[])[]) =>
  readCsv(
    new Uint8Array(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part))),
  );

describe("a list of any make", () => {
  it.each([
    ["commas", "a,b\n1,2"],
    ["semicolons, though the texts hold commas", 'a;b\n1;2\n"x, y, z";"p, q, r"'],
    ["tabs", "a\tb\n1\t2"],
    ["bars", "a|b\n1|2"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["CR alone", "a,b\r1,2\r"],
    ["mixed line ends", "a,b\r\n1,2\n3,4\r\n"],
    ["a byte order mark", "\uFEFFa,b\n1,2"],
    ["Excel's sep line", "sep=;\na;b\n1;2"],
  ])("reads %s", (_, csv) => {
    expect(text(csv)).toMatchObject({ kind: "table", columns: ["a", "b"], problems: [] });
    expect(text(csv)).toHaveProperty("rows.0", ["1", "2"]);
  });

  it("keeps the accents of windows-1252 and of UTF-8, which wins where both are possible", () => {
    const windows = bytes("a,b\nTom", [0xe1], "s,Nu", [0xf1], "ez ", [0x80]);
    expect(windows).toHaveProperty("rows.0", ["Tomás", "Nuñez €"]);
    expect(text("a,b\nTomás,Nguyễn")).toHaveProperty("rows.0", ["Tomás", "Nguyễn"]);
  });

  it("reads Excel's Unicode text", () => {
    const utf16 = [..."a\tb\r\nTomás\t2"].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]);
    expect(bytes([0xff, 0xfe], utf16)).toMatchObject({ columns: ["a", "b"], rows: [["Tomás", "2"]] });
  });

  it("keeps line breaks and quotes inside quoted cells", () => {
    expect(text('a,b\n"one\r\ntwo","say ""hi"""\n')).toHaveProperty("rows", [["one\ntwo", 'say "hi"']]);
  });

  it("keeps two columns of one name apart, and never takes a name from its column", () => {
    const table = text("Airport Name,x,Airport Name,Airport Name (2),,Airport Name\n1,2,3,4,5,6");
    expect(table).toHaveProperty("columns", [
      "Airport Name",
      "x",
      "Airport Name (3)",
      "Airport Name (2)",
      "Column 5",
      "Airport Name (4)",
    ]);
  });

  it("keeps uneven rows and says so, with the row as a spreadsheet counts it", () => {
    const table = text("a,b,c\n1,2,3\n\n4\n5,6,7,8\n9,9,9,,\n");
    expect(table).toHaveProperty("rows", [["1", "2", "3"], [""], ["4"], ["5", "6", "7", "8"], ["9", "9", "9", "", ""]]);
    expect(table).toMatchObject({
      firstRow: 2,
      problems: [
        { row: 4, code: "cells_missing" },
        { row: 5, code: "cells_left_over" },
      ],
    });
  });

  it("skips the title lines of a report", () => {
    const table = text("Trips of the week\n\nConf#,Passenger\n17,Mei Zhang\n");
    expect(table).toMatchObject({ columns: ["Conf#", "Passenger"], rows: [["17", "Mei Zhang"]], firstRow: 4 });
    expect(table).toHaveProperty("problems.0", expect.objectContaining({ row: 1, code: "above_header" }));
  });

  it.each([
    ["after a word", '"x" y,3', ['"x" y', "3"]],
    ["never closed", '3,"four', ["3", '"four']],
    ["closed in another cell", '"x,y"z,"4"', ['"x', 'y"z', "4"]],
  ])("a quotation mark %s spoils only its own row", (_, line, cells) => {
    const table = text(`a,b,c\n1,2,"a\n""b"""\n${line}\n5,6,"7"\n`);
    expect(table).toHaveProperty("rows", [["1", "2", 'a\n"b"'], cells, ["5", "6", "7"]]);
    expect(table).toHaveProperty(
      "problems",
      expect.arrayContaining([expect.objectContaining({ row: 3, code: "broken_quotes" })]),
    );
  });
});

describe("what is not a list is refused with words", () => {
  it.each([
    ["an empty file", text(""), "empty_file"],
    ["only blank lines", text("\n \n\r\n"), "empty_file"],
    ["a byte order mark alone", text("\uFEFF"), "empty_file"],
    ["separators alone", text(",,,\n,,,\n"), "empty_file"],
    ["a header alone", text("a,b\n,\n\n"), "header_only"],
    ["one column", text("name\nMei\nTomás"), "one_column"],
    ["a renamed XLSX", bytes("PK", [3, 4, 20, 0], "[Content_Types].xml"), "excel_workbook"],
    ["a ZIP", bytes("PK", [3, 4, 20, 0], "trips.csv"), "zip_archive"],
    ["an old XLS", bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "old_excel_workbook"],
    ["a PDF", bytes("%PDF-1.7\n"), "pdf"],
    ["a gzip", bytes([0x1f, 0x8b, 8, 0]), "binary"],
    ["an image", bytes([0x89], "PNG\r\n", [0x1a, 10, 0, 0]), "binary"],
    ["text with NULs", text("a,b\n1,\0"), "binary"],
    ["a login page", text("\n<!DOCTYPE html><html>"), "web_page"],
    ["a cell of 4,001 characters", text(`a,b\n1,${"x".repeat(4001)}`), "cell_too_long"],
    ["501 columns", text(`${"a,".repeat(501)}\n1,2`), "too_many_columns"],
    ["nothing but separators", text(`a,b\n${",".repeat(11_000_000)}`), "too_many_columns"],
    ["200,001 rows", text(`a,b\n${"1,2\n".repeat(200_001)}`), "too_many_rows"],
    ["more than 20 MB", readCsv(new Uint8Array(20 * 1024 * 1024 + 1)), "file_too_large"],
  ])("%s", (_, result, code) => {
    expect(result).toMatchObject({ kind: "refused", code, message: expect.stringMatching(/\.|\)$/) });
  });

  it("a refusal says where", () => {
    const long = text(`a,Notes\n1,2\n1,${"x".repeat(4001)}`);
    expect(long).toHaveProperty("message", expect.stringContaining("row 3, column “Notes”"));
  });

  it("a file exactly at the limits is accepted", () => {
    expect(text(`a,b\n${"1,2\n".repeat(200_000)}${"\n,".repeat(1000)}`)).toHaveProperty("rows.length", 200_000);
    expect(text(`a,b\n1,${"x".repeat(4000)}`)).toMatchObject({ kind: "table" });
  });
});
