/**
 * The digits of a number that a program wrote as a fraction or with an exponent: "6025550170.0", "6.02555018E9". Other
 * text stays as it is, and so does a number that lost digits on the way ("1.60256E+10").
 *
 * Java writes as many digits as it takes to tell the number apart, and drops zeros at the end; its exponent has no sign.
 * Programs that write "E+10" round to a fixed number of digits, so theirs counts only if it has all of its digits.
 */
export function withoutFraction(text: string): string {
  const [, digits] = /^\s*(\+?\d{7,15})[.,]0+\s*$/.exec(text) ?? [];
  if (digits) return digits;
  const [, first, decimals = "", sign, power = ""] = /^\s*(\d)[.,](\d{5,15})E(\+?)(\d{1,2})\s*$/i.exec(text) ?? [];
  if (first === undefined || decimals.length > Number(power)) return text;
  const lost = Number(power) - decimals.length;
  const mayLose = sign === "" && power === String(Number(power)) ? 1 : 0;
  return lost <= mayLose ? `${first}${decimals}${"0".repeat(lost)}` : text;
}
