/**
 * Characters of the Symbol and Wingdings fonts as Unicode. Word stores them by their place in the font,
 * often moved to U+F000 (`w:sym`, ISO/IEC 29500-1 §17.3.3.30; bullets of lists). Only what texts use
 * is listed; another place gives no character.
 */

/** Unicode for the places 0x20 to 0x7E and 0xA1 to 0xFE of Symbol; `\0` where there is none. */
const symbolLow = " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼";
const symbolHigh = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

const wingdings: Readonly<Record<number, string>> = {
  40: "☎",
  74: "☺",
  108: "●",
  110: "■",
  111: "□",
  113: "❑",
  114: "❒",
  116: "⧫",
  117: "◆",
  118: "❖",
  119: "⬥",
  159: "•",
  161: "○",
  167: "▪",
  168: "◻",
  216: "➢",
  223: "←",
  224: "→",
  232: "➔",
  240: "⇨",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/** Translates a character of a symbol font; empty when the font or the place is unknown. */
export function symbolCharacter(font: string, code: number): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase();
  if (name.startsWith("wingdings")) return name === "wingdings" ? (wingdings[place] ?? "") : "";
  if (name === "symbol") {
    const found = place < 0xa0 ? symbolLow[place - 0x20] : symbolHigh[place - 0xa1];
    return found === undefined || found === "\0" ? "" : found;
  }
  return code >= 0x20 && (code < 0xd800 || code > 0xf8ff) && code <= 0xffff ? String.fromCharCode(code) : "";
}
