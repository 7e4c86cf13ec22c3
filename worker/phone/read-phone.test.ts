import fc from "fast-check";
import { type CountryCode, getCountryCallingCode } from "libphonenumber-js/min";
import { describe, expect, it } from "vitest";
import { countryOfNumber, countryOfZone } from "./country.ts";
import { readPhone } from "./read-phone.ts";

const e164Of = (text: string, country?: CountryCode) => {
  const phone = readPhone(text, country);
  return phone.kind === "number" ? phone.e164 : phone.kind;
};

describe("a number as people write it", () => {
  it.each([
    ["(520) 555-0142", "+15205550142"],
    ["520.555.0142", "+15205550142"],
    ["520 5550142", "+15205550142"],
    ["520555 0142", "+15205550142"],
    ["5 2 0 5 5 5 0 1 4 2", "+15205550142"],
    ["602 555 01 23", "+16025550123"],
    ["1 520 555 0142", "+15205550142"],
    ["1-(520)-555-0142", "+15205550142"],
    [" +1 520-680-0005 ", "+15206800005"],
    ["+1 (520) 555‑0142", "+15205550142"],
    ["５２０-555-0142", "+15205550142"],
    ["\u202A+1 520 555 0142\u202C", "+15205550142"],
    ["+1 555 123 4567", "+15551234567"],
    ["(555) 123-4567", "+15551234567"],
    ["+49 30 901820", "+4930901820"],
    ["+49 (0) 30 901820", "+4930901820"],
    ["+44 (0)20 7946 0123", "+442079460123"],
    ["011 49 30 901820", "+4930901820"],
    ["0049 30 901820", "+4930901820"],
    ["001 602 555 0123", "+16025550123"],
    ["(+1) 602 555 0123", "+16025550123"],
  ])("%s is %s", (text, e164) => {
    expect(e164Of(text)).toBe(e164);
  });

  it.each([
    ["602-555-0123 x4", "4"],
    ["602-555-0123x4", "4"],
    ["602-555-0123 ext 12", "12"],
    ["602-555-0123, ext. 12", "12"],
    ["(602) 555-0123 (ext 12)", "12"],
    ["6025550123 extension 7", "7"],
    ["602 555 0123 #7", "7"],
    ["602 555 0123 anexo 12", "12"],
    ["602 555 0123 Durchwahl 12", "12"],
    ["602 555 0123 extensión 12", "12"],
    ["6025550123,,4", "4"],
    ["tel:+1-602-555-0123;ext=4", "4"],
  ])("%s has an extension of its own", (text, extension) => {
    expect(readPhone(text)).toEqual({ kind: "number", e164: "+16025550123", extension });
  });

  it.each(["12345", "911", "555-0142", "5550142", "0142"])("%s is too short to be dialled from elsewhere", (text) => {
    expect(readPhone(text)).toEqual({ kind: "short" });
  });

  it.each([
    "call me",
    "call 520 555 0142",
    "+1 020 555 0142",
    "+15205550142199",
    "602-555-0123 / 602-555-0124",
    "60255501234",
    "2026-12-05 09",
    "12/05/2026 09",
    "4930901820",
    "49 30 901820",
    "526441234567",
    "52 644 123 4567",
    "447911123456",
    "+602555",
    "203.0.113.57",
    "RES6025550123",
    "602-555-O123",
  ])("%j is not a number", (text) => {
    expect(e164Of(text)).toMatch(/^(unreadable|short)$/);
  });
});

describe("a number of another country", () => {
  it.each<[string, CountryCode, string]>([
    ["030 901820", "DE", "+4930901820"],
    ["030/901820", "DE", "+4930901820"],
    ["0170 1234567", "DE", "+491701234567"],
    ["4930901820", "DE", "+4930901820"],
    ["0049 30 901820", "DE", "+4930901820"],
    ["020 7946 0123", "GB", "+442079460123"],
    ["7911 123456", "GB", "+447911123456"],
    ["55 1234 5678", "MX", "+525512345678"],
    ["06 1234 5678", "IT", "+390612345678"],
    ["011 15 1234-5678", "AR", "+5491112345678"],
  ])("%s read in %s is %s", (text, country, e164) => {
    expect(e164Of(text, country)).toBe(e164);
  });

  it.each<[string, CountryCode]>([
    ["5550142", "DE"],
    ["901820", "DE"],
    ["+491", "DE"],
    ["112", "DE"],
  ])("%s read in %s is not a complete number", (text, country) => {
    expect(e164Of(text, country)).toMatch(/^(unreadable|short)$/);
  });

  it("Mexico's numbers are the same with and without the 1 that they had until 2019", () => {
    for (const form of ["+52 1 55 1234 5678", "+5215512345678", "011 52 1 55 1234 5678", "+52 55 1234 5678"]) {
      expect(e164Of(form), form).toBe("+525512345678");
    }
  });

  it("a company's zone or its number tells its country", () => {
    expect(countryOfZone("America/Phoenix")).toBe("US");
    expect(countryOfZone("Europe/Berlin")).toBe("DE");
    expect(countryOfZone("America/Mexico_City")).toBe("MX");
    expect(countryOfZone("Etc/UTC")).toBe("US");
    expect(countryOfNumber("+4930901820")).toBe("DE");
    expect(countryOfNumber("+15206800005")).toBe("US");
  });
});

describe("a number that a spreadsheet damaged", () => {
  it.each([
    ["6025550170.0", "+16025550170"],
    ["6025550170,00", "+16025550170"],
    ["16025550170.0", "+16025550170"],
    ["6.02555018E9", "+16025550180"],
    ["6.025550183E9", "+16025550183"],
    ["6.025550183E+09", "+16025550183"],
    ["6,02555018E9", "+16025550180"],
    ["1.602555018E10", "+16025550180"],
  ])("%s has all of its digits", (text, e164) => {
    expect(e164Of(text)).toBe(e164);
  });

  it.each(["1.60256E+10", "6.02555E+09", "6.02555018E+09", "6.0255E9", "6.02555018E7", "6025550170.5", "1.6E10"])(
    "%s has lost some, so it is no number",
    (text) => {
      expect(e164Of(text)).toBe("unreadable");
    },
  );
});

describe("an address as SIP carries it", () => {
  it.each([
    "sip:+16025550123@carrier.example;user=phone",
    "sips:+16025550123@203.0.113.7:5061;transport=tls",
    '"Rhea Stone" <sip:+16025550123@carrier.example>',
    '"Anonymous" <sip:+16025550123@carrier.example;user=phone>;tag=17',
    "<sip:6025550123@pbx.example>, <tel:+12125550199>",
    "sip:%2B16025550123@carrier.example",
    "sip:16025550123:secret@carrier.example",
    "sip:+16025550123;npdi=yes@carrier.example",
    "+16025550123@carrier.example",
    "tel:+1-602-555-0123",
    "tel:555-0123;phone-context=+1602",
    "TEL:6025550123",
    '"Unknown" <6025550123>',
  ])("%s is read as the number in it", (text) => {
    expect(e164Of(text)).toBe("+16025550123");
  });

  it.each(["sip:pbx@office.example", "sip:1001@office.example", '"Desk" <desk>'])("%s names no number", (text) => {
    expect(e164Of(text)).toMatch(/^(unreadable|short)$/);
  });
});

describe("a withheld number", () => {
  it.each([
    ...["", "  ", "-", "****", "<>", '"" <>'],
    ...[
      "anonymous",
      "Anonymous",
      "ANONYMOUS",
      "Restricted",
      "Unavailable",
      "Private",
      "Unknown",
      "Withheld",
      "Blocked",
    ],
    ...[
      "No Caller ID",
      "Private Number",
      "unknown caller",
      "Caller ID unavailable",
      "number withheld",
      "not available",
    ],
    ...["Unbekannt", "Número oculto", "numéro privé", "anonym"],
    ...["+266696687", "266696687", "1266696687", "+7378742833", "7378742833", "+17378742833", "+2562533", "+8656696"],
    ...["+86282452253", "86282452253", "2666", "+7748283"],
    ...["0000000000", "+10000000000", "10000000000", "000000"],
    ...["sip:anonymous@anonymous.invalid", '"Anonymous" <sip:anonymous@anonymous.invalid>', "sip:anonymous.invalid"],
    ...["sip:+266696687@carrier.example", "sip:unavailable@unknown.invalid", "<unknown>"],
  ])("%j is one", (text) => {
    expect(readPhone(text)).toEqual({ kind: "withheld" });
  });

  it.each(["+12666966870", "+16025550123", "(737) 874-2833", "Jo Private", "Anna", "A", "1000", "The Private Car Co"])(
    "%j is none",
    (text) => {
      expect(readPhone(text).kind).not.toBe("withheld");
    },
  );
});

describe("any number", () => {
  const group = (digits: number) => fc.stringMatching(new RegExp(`^[2-9]\\d{${digits - 1}}$`));
  const written = fc.constantFrom<(area: string, exchange: string, line: string) => string>(
    (a, e, l) => `+1${a}${e}${l}`,
    (a, e, l) => `1${a}${e}${l}`,
    (a, e, l) => `${a}${e}${l}`,
    (a, e, l) => `(${a}) ${e}-${l}`,
    (a, e, l) => `${a}.${e}.${l}`,
    (a, e, l) => `+1 ${a} ${e} ${l}`,
    (a, e, l) => `1-${a}-${e}-${l}`,
    (a, e, l) => `001${a}${e}${l}`,
    (a, e, l) => `0111${a}${e}${l}`,
    (a, e, l) => `${a}${e}${l}.0`,
    (a, e, l) => `sip:+1${a}${e}${l}@carrier.example;user=phone`,
    (a, e, l) => `"Jo" <sip:${a}${e}${l}@carrier.example>`,
    (a, e, l) => `tel:+1-${a}-${e}-${l}`,
    (a, e, l) => `${a}-${e}-${l} ext 4`,
    (a, e, l) => [...`${a}${e}${l}`].join(" "),
  );

  it("is the same however it is written", () => {
    fc.assert(
      fc.property(group(3), group(3), fc.stringMatching(/^\d{4}$/), written, (area, exchange, line, write) => {
        fc.pre(`${area}${exchange}${line}` !== "7378742833"); // spells RESTRICTED
        expect(readPhone(write(area, exchange, line))).toMatchObject({
          kind: "number",
          e164: `+1${area}${exchange}${line}`,
        });
      }),
    );
  });

  it("is never one of another country when no prefix leads abroad", () => {
    const country = fc.constantFrom<CountryCode>("US", "DE", "GB", "MX", "FR", "IT", "AU");
    const unit = fc.constantFrom(..."0123456789".split(""), " ", "-", ".", "(", ")", "/");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 22 }), country, (text, home) => {
        const read = readPhone(text, home);
        if (read.kind !== "number" || /^\D*(00|011)/.test(text)) return;
        expect(read.e164.startsWith(`+${getCountryCallingCode(home)}`), text).toBe(true);
      }),
      {
        numRuns: 3000,
        examples: [
          ["0 0980000", "US"],
          ["0-0 49 30 901820", "US"],
          ["01 1 49 30 901820", "US"],
        ],
      },
    );
  });

  it("any text is one of four kinds, and a number has the form of E.164", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.stringMatching(/^[+\d() x#;,.a-z/-]{0,30}$/)),
        (text) => {
          const read = readPhone(text);
          if (read.kind === "number") expect(read.e164).toMatch(/^\+[1-9]\d{6,14}$/);
          else expect(["withheld", "short", "unreadable"]).toContain(read.kind);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
