/**
 * Round brackets that do not pair inside a provision. The bracket of a cited label ("points b) et c)") has no
 * partner, and a cited resolution without its closing bracket is reported by the rule on references.
 */
import { citationsIn } from "../../resolution/places-and-years";
import { textOf } from "../block-text";
import type { BlockRule } from "../rule";

/** `b)`, `iv)`, `b)bis` needs nothing; `bbis)` ends in its own bracket; behind an ideograph a Latin letter is a label too. */
const label =
  /(?:^|[\s\u00A0"“([–]|\)-)(?:\p{L}{1,2}|[ivxl]{1,5}|\d{1,2}|\p{L}{1,2}(?:bis|ter|quater|quinquies))[ \u00A0]?$|\p{Script=Han}(?:[a-z]{1,2}|[ivxl]{1,5})$/iu;
/** Longer than any label, so that a long paragraph is not read again for each of its brackets. */
const reach = 24;

export const brackets: BlockRule = {
  id: "brackets",
  scope: "block",
  strength: "warning",
  source: "Seen as a slip in a published report.",
  check(node, { data }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    const cited = citationsIn(text, data.language).filter(({ missing }) =>
      missing.some(({ what }) => what === "bracket"),
    );
    return unpaired(text)
      .filter((at) => !cited.some(({ start, end }) => at >= start && at <= end))
      .map((at) => ({ block, from: at, to: at + 1, values: { mark: text.charAt(at) } }));
  },
};

function unpaired(text: string): number[] {
  const waiting: number[] = [];
  const lost: number[] = [];
  for (const { index, 0: sign } of text.matchAll(/[()（）]/gu)) {
    if (sign === "(" || sign === "（") waiting.push(index);
    else if (endsInLabel(text, index) && !insideShort(text, waiting.at(-1), index)) continue;
    else if (waiting.pop() === undefined) lost.push(index);
  }
  return [...lost, ...waiting];
}

function endsInLabel(text: string, at: number): boolean {
  return label.test(text.slice(Math.max(at - reach, 0), at));
}

/** `(a)` is a pair although a label could end in that bracket, and so is what the last bracket of a remark closes. */
function insideShort(text: string, open: number | undefined, close: number): boolean {
  if (open === undefined) return false;
  // Chinese words stand without spaces: there, none means nothing.
  const isWord = close - open < reach && !/[\s\u00A0\p{Script=Han}]/u.test(text.slice(open + 1, close).trim());
  return isWord || !labelInside(text, close);
}

/** Within an open bracket, a label's bracket is not the closing one when another closing bracket follows. */
function labelInside(text: string, close: number): boolean {
  const rest = text.slice(close + 1);
  const next = rest.search(/[()（）]/u);
  return next >= 0 && /[)）]/u.test(rest.charAt(next)) && !endsInLabel(rest, next);
}
