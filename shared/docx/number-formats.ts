/**
 * Numbers as labels (ISO/IEC 29500-1 §17.18.59, ST_NumberFormat). Each format is data: an alphabet that
 * repeats its letters (27 is `aa`), digits of another script, or a table of values. A format that is
 * not here, such as numbers in words, is shown in Arabic digits.
 */

/** Letters that double after the last one, as Word counts. */
const alphabets: Readonly<Record<string, string>> = {
  lowerLetter: "abcdefghijklmnopqrstuvwxyz",
  upperLetter: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  russianLower: "абвгдежзиклмнопрстуфхцчшщыэюя",
  russianUpper: "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
  arabicAlpha: "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
  arabicAbjad: "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
  hebrew2: "אבגדהוזחטיכלמנסעפצקרשת",
  decimalEnclosedCircle: "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
  decimalEnclosedParen: "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
  decimalEnclosedFullstop: "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
  ideographTraditional: "甲乙丙丁戊己庚辛壬癸",
  ideographZodiac: "子丑寅卯辰巳午未申酉戌亥",
  chicago: "*†‡§",
};

/** Formats that end with their alphabet instead of doubling letters. */
const singleRound = new Set([
  "decimalEnclosedCircle",
  "decimalEnclosedParen",
  "decimalEnclosedFullstop",
  "ideographTraditional",
  "ideographZodiac",
]);

/** Ten digits of another script, used by place. */
const digits: Readonly<Record<string, string>> = {
  decimalFullWidth: "０１２３４５６７８９",
  decimalFullWidth2: "０１２３４５６７８９",
  hindiNumbers: "٠١٢٣٤٥٦٧٨٩",
  thaiNumbers: "๐๑๒๓๔๕๖๗๘๙",
  ideographDigital: "〇一二三四五六七八九",
  japaneseDigitalTenThousand: "〇一二三四五六七八九",
  taiwaneseDigital: "○一二三四五六七八九",
};

/** Formats that name tens and hundreds. */
const counting = new Set([
  "chineseCounting",
  "chineseCountingThousand",
  "japaneseCounting",
  "taiwaneseCounting",
  "taiwaneseCountingThousand",
]);

/** Formats by the numbers that records of former numbering name them with (MSONFC in [MS-OSHARED] §2.2.1.3). */
const formatsByCode: Readonly<Record<number, string>> = {
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  10: "ideographDigital",
  18: "decimalEnclosedCircle",
  22: "decimalZero",
  26: "decimalEnclosedFullstop",
  27: "decimalEnclosedParen",
  30: "ideographTraditional",
  31: "ideographZodiac",
  37: "chineseCounting",
  39: "chineseCountingThousand",
  46: "arabicAlpha",
  48: "arabicAbjad",
  51: "hindiNumbers",
  58: "russianLower",
  59: "russianUpper",
};

const roman: readonly [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
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
const hebrew: readonly [number, string][] = [
  [400, "ת"],
  [300, "ש"],
  [200, "ר"],
  [100, "ק"],
  [90, "צ"],
  [80, "פ"],
  [70, "ע"],
  [60, "ס"],
  [50, "נ"],
  [40, "מ"],
  [30, "ל"],
  [20, "כ"],
  [16, "טז"],
  [15, "טו"],
  [10, "י"],
  [9, "ט"],
  [8, "ח"],
  [7, "ז"],
  [6, "ו"],
  [5, "ה"],
  [4, "ד"],
  [3, "ג"],
  [2, "ב"],
  [1, "א"],
];

/** Longest label of repeated letters or numerals; beyond it Arabic digits are clearer. */
const mostRounds = 30;
const mostNumeral = 32_767;

/** A custom format is named by how it writes one: `001`. */
const zeros = /^0{1,9}1$/;

/** The format that a number names, Arabic digits where it names none that labels use. */
export function formatOfCode(code: number): string {
  return formatsByCode[code] ?? "decimal";
}

/** Writes a number in a format. */
export function formatNumber(value: number, format: string): string {
  const alphabet = alphabets[format];
  if (alphabet !== undefined) return letters(value, [...alphabet], singleRound.has(format)) ?? String(value);
  const script = digits[format];
  if (script !== undefined) return [...String(value)].map((digit) => [...script][Number(digit)] ?? digit).join("");
  if (counting.has(format)) return countingNumber(value) ?? String(value);
  if (zeros.test(format)) return String(value).padStart(format.length, "0");
  switch (format) {
    case "none":
      return "";
    case "lowerRoman":
      return numeral(value, roman) ?? String(value);
    case "upperRoman":
      return numeral(value, roman)?.toUpperCase() ?? String(value);
    case "hebrew1":
      return numeral(value, hebrew) ?? String(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "numberInDash":
      return `- ${value} -`;
    default:
      return String(value);
  }
}

function letters(value: number, alphabet: readonly string[], once: boolean): string | null {
  const rounds = Math.ceil(value / alphabet.length);
  if (value < 1 || rounds > (once ? 1 : mostRounds)) return null;
  return alphabet[(value - 1) % alphabet.length]!.repeat(rounds);
}

function numeral(value: number, table: readonly [number, string][]): string | null {
  if (value < 1 || value > mostNumeral) return null;
  let rest = value;
  let text = "";
  for (const [step, sign] of table) {
    for (; rest >= step; rest -= step) text += sign;
  }
  return text;
}

/** 1 to 9,999 as 二千三百四十五; ten to nineteen without the leading one. */
function countingNumber(value: number): string | null {
  if (value < 1 || value > 9999) return null;
  const numerals = [..."〇一二三四五六七八九"];
  const places = ["", "十", "百", "千"];
  let text = "";
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    if (gap) text += numerals[0];
    gap = false;
    text += (digit === 1 && place === 1 && text === "" ? "" : numerals[digit]!) + places[place]!;
  }
  return text;
}
