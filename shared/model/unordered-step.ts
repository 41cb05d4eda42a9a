/**
 * Items of lists without order, as steps of a place: they carry a sign that all of them carry, so the path of a block
 * names them by the sign and their number in the list, `–2`. Whoever shows a place puts that in words.
 */

/** The two kinds of signs that drafters tell apart. */
const dashes = "-–—−";
const bullets = "•●▪◦·○■\uF0B7";
const step = new RegExp(`^([${dashes}${bullets}])(\\d+)$`, "u");

/** True for a label that is the sign of a list without order. */
export function isUnorderedSign(label: string): boolean {
  return label.length === 1 && (dashes + bullets).includes(label);
}

/** Which kind of list a step is in, and the how many-eth there; null for a step with a label of its own. */
export function unorderedStep(name: string): { sign: "dash" | "bullet"; number: number } | null {
  const [, sign = "", number] = step.exec(name) ?? [];
  return number ? { sign: dashes.includes(sign) ? "dash" : "bullet", number: Number(number) } : null;
}
