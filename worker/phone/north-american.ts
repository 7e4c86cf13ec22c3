/**
 * A number as North America writes it at home, as E.164: ten digits, or eleven that begin with 1. Null for all others:
 * digits that are grouped in another way are a date or a number from elsewhere.
 */
export function northAmerican(written: string): string | null {
  const groups = written.match(/\d+/g) ?? [];
  const digits = groups.join("");
  const ten = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  if (!hasAreaCode(ten)) return null;
  const areaEnds = digits.length - 7;
  const grouped = endsOf(groups).includes(areaEnds);
  // Ungrouped digits need an exchange that exists, because nothing else tells them from a number of another country.
  if (!grouped && (!/^[2-9]/.test(ten.slice(3)) || (groups[0] ?? "").length < areaEnds + 3)) return null;
  return `+1${ten}`;
}

/** Ten digits that begin with an area code. */
export function hasAreaCode(digits: string): boolean {
  return /^[2-9]\d{9}$/.test(digits);
}

function endsOf(groups: string[]): number[] {
  let end = 0;
  return groups.map((group) => {
    end += group.length;
    return end;
  });
}
