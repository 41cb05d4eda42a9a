/** Quotation marks that do not pair, and angled ones where ITU texts of the language write straight ones. */
import { textOf } from "../block-text";
import type { BlockRule, Report } from "../rule";

const curly: [string, string] = ["“", "”"];
const angled: [string, string] = ["«", "»"];
/** Behind one or two digits the sign means inches or seconds. */
const straight = /(?<!(?<!\d)\d{1,2})"/gu;

export const quotes: BlockRule = {
  id: "quotes",
  scope: "block",
  strength: "warning",
  source: "Straight marks in all French, English, Spanish, Russian and Arabic texts read, no angled ones.",
  check(node, { data }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    const reports: Report[] = [];
    const marks = [...text.matchAll(straight)];
    const all = text.split('"').length - 1;
    if (marks.length % 2 === 1 && all % 2 === 1) {
      const last = marks.at(-1)!.index;
      reports.push({ block, from: last, to: last + 1, case: "unpaired", values: { mark: '"' } });
    }
    for (const pair of [curly, angled]) reports.push(...unpaired(text, block, pair));
    if (data.punctuation.quotes[0] !== '"') return reports;
    for (const match of text.matchAll(/«[\s\u00A0\u202F]{0,3}|[\s\u00A0\u202F]{0,3}»/gu)) {
      const from = match.index;
      const to = from + match[0].length;
      const fix = [{ kind: "text", block, from, to, text: '"' } as const];
      reports.push({ block, from, to, case: "angled", strength: "suggestion", values: { mark: match[0].trim() }, fix });
    }
    return reports;
  },
};

function unpaired(text: string, block: string, [open, close]: [string, string]): Report[] {
  const waiting: number[] = [];
  const lost: number[] = [];
  [...text].reduce((at, character) => {
    if (character === open) waiting.push(at);
    else if (character === close && waiting.pop() === undefined) lost.push(at);
    return at + character.length;
  }, 0);
  return [...lost, ...waiting].map((from) => ({
    block,
    from,
    to: from + 1,
    case: "unpaired",
    values: { mark: text.charAt(from) },
  }));
}
