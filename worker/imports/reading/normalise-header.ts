/**
 * A column's title as it is compared: without accents, case or punctuation, with camelCase split and the field's
 * abbreviations written out, so that "P/U Date", "pickupDate" and "Pick-up date" are the same.
 */
export function normaliseHeader(title: string): string {
  const words = title
    .replace(/ß/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/#|№/g, " number ")
    .replace(/\bp\s?\/\s?u\b/g, " pickup ")
    .replace(/\bd\s?\/\s?o\b/g, " dropoff ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bpick up\b/g, "pickup")
    .replace(/\bdrop off\b/g, "dropoff");
  return words
    .split(" ")
    .map((word) => (Object.hasOwn(WRITTEN_OUT, word) ? WRITTEN_OUT[word] : word))
    .join(" ")
    .replace(/\bnumber number\b/g, "number")
    .replace(/\bpax (?=name|first|last|full|phone|mobile|contact)/g, "passenger ");
}

const WRITTEN_OUT: Record<string, string> = {
  pu: "pickup",
  do: "dropoff",
  drop: "dropoff",
  conf: "confirmation",
  confirm: "confirmation",
  cnf: "confirmation",
  res: "reservation",
  resv: "reservation",
  rsv: "reservation",
  ref: "reference",
  no: "number",
  nr: "number",
  num: "number",
  passengers: "pax", // how many; "passenger" is who
  psgr: "passenger",
  tel: "phone",
  telephone: "phone",
  cell: "mobile",
  cellular: "mobile",
  cellphone: "mobile",
  fname: "first name",
  lname: "last name",
  firstname: "first name",
  lastname: "last name",
  surname: "last name",
  addr: "address",
  loc: "location",
  veh: "vehicle",
  flt: "flight",
  instr: "instructions",
  dt: "date",
  datetime: "date time",
};
