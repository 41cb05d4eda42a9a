/**
 * The number of a label in whatever signs it is typed: digits of any script (`1`, `١`, `１`), Chinese numerals
 * (`十二`), signs that stand for one number each (`甲`, `③`, `㈡`). A number that is formed again keeps its signs; where
 * a row of signs ends, plain digits go on.
 */

/** Which signs a number is typed in: the zero of a script's digits, the first sign of a row, or `一` for Chinese numerals. */
export type Numerals = string;

export const plainNumerals: Numerals = "0";
const chinese: Numerals = "一";
const chineseDigits = [..."〇一二三四五六七八九"];
/** Rows of signs that count from one. */
const rows = ["甲乙丙丁戊己庚辛壬癸", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"].map(
  (row) => [...row],
);

/** A number in signs that are no decimal digits; source of a pattern. */
export const signedNumber = `(?:[一二三四五六七八九十]{1,3}|[${rows.flat().join("")}])`;
const inSigns = new RegExp(signedNumber, "u");

/** The signs that the first number of a label is typed in. */
export function numeralsOf(label: string): Numerals {
  const digit = /\p{Nd}/u.exec(label)?.[0];
  // Unicode puts the ten digits of a script side by side.
  if (digit !== undefined) return String.fromCodePoint(digit.codePointAt(0)! - digitValue(digit));
  const sign = inSigns.exec(label)?.[0];
  return sign === undefined ? plainNumerals : (rows.find((row) => row.includes(sign))?.[0] ?? chinese);
}

/** A label with its numbers in plain digits. */
export function inPlainDigits(label: string): string {
  return label
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(inSigns, (number) => String(signValue(number) ?? number));
}

/** Plain digits, `12` or `1.2`, in other signs. */
export function inNumerals(number: string, numerals: Numerals): string {
  if (numerals === plainNumerals) return number;
  const row = rows.find(([first]) => first === numerals);
  if (row) return row[Number(number) - 1] ?? number;
  if (numerals === chinese) return chineseNumber(Number(number)) ?? number;
  return number.replace(/\d/gu, (digit) => String.fromCodePoint(numerals.codePointAt(0)! + Number(digit)));
}

function signValue(number: string): number | null {
  for (const row of rows) if (row.includes(number)) return row.indexOf(number) + 1;
  const groups = /^(?:(?<tens>[一二三四五六七八九]?)(?<ten>十))?(?<ones>[一二三四五六七八九]?)$/u.exec(number)?.groups;
  if (!groups) return null;
  const tens = groups.ten ? chineseDigits.indexOf(groups.tens || "一") : 0;
  return tens * 10 + Math.max(0, chineseDigits.indexOf(groups.ones || "〇"));
}

/** 1 to 99; ten to nineteen without the leading one. */
function chineseNumber(value: number): string | null {
  if (!(value >= 1 && value <= 99)) return null;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? chineseDigits[tens]! : "") + (tens > 0 ? "十" : "") + (ones > 0 ? chineseDigits[ones]! : "");
}

/** The value of a decimal digit of any script: how many digits of its ten stand before it. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
