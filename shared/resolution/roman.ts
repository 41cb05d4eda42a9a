/** Lower-case Roman numerals as labels use them: 1 to 399, canonical forms only, so `iiii` is not one. */

const signs: [number, string][] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** Writes a positive number as a Roman numeral. */
export function toRoman(value: number): string {
  let rest = value;
  let numeral = "";
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      numeral += sign;
      rest -= worth;
    }
  }
  return numeral;
}

/** Reads a lower-case Roman numeral; null when the text is not one. */
export function fromRoman(text: string): number | null {
  let value = 0;
  let at = 0;
  for (const [worth, sign] of signs) {
    while (text.startsWith(sign, at)) {
      value += worth;
      at += sign.length;
    }
  }
  return at === text.length && value > 0 && toRoman(value) === text ? value : null;
}
