/**
 * The signs of unagreed text, as data: square brackets around it, a stroke between its alternatives. Brackets of both
 * widths pair with each other, because typists mix them. What a bracket holds is unagreed text unless it is one of the
 * other things that ITU documents put there: the placeholder of a new number, a status tag, an omission.
 */

export const bracketSigns = {
  open: "[［",
  close: "]］",
  /** A stroke between spaces; one without spaces belongs to a word (`and/or`). */
  alternative: /(?<=[\s\u00A0])[/／](?=[\s\u00A0\]］])/gu,
  /** What the program types. */
  typed: { open: "[", close: "]", alternative: " / " },
} as const;

/** What square brackets hold beside unagreed text. */
const otherUses: readonly RegExp[] = [
  // [ACP-2], [AFCP-1-TOPIC]
  /^[\p{Lu}\d]{1,8}(?:-[\p{Lu}\d]+)+$/u,
  /^\s*(?:…|\.{3})\s*$/u,
];
/** `Résolution 52 [NOC]`, `Résolution 2 [Rév]`: one word behind the number of a text. */
const statusTag = /^\p{Lu}\p{L}*$/u;
const behindNumber = /\d[\s\u00A0]?$/u;

/** True when a bracket that stands behind some text holds something else than unagreed text. */
export function isOtherUse(inside: string, before: string): boolean {
  return otherUses.some((use) => use.test(inside)) || (statusTag.test(inside) && behindNumber.test(before));
}
