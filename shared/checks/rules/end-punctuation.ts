/**
 * The end mark of a clause says where it stands: a semicolon inside a section, a comma at its end, a full stop at
 * the end of the resolution, a colon before a list. The last sub-item takes the mark that its item would have had.
 */
import type { Node } from "prosemirror-model";
import { fold } from "../../resolution/fold";
import { endOf, textOf } from "../block-text";
import { clausesOf } from "../clauses";
import type { Report, SectionRule, Words } from "../rule";

type Mark = "comma" | "semicolon" | "fullStop" | "colon";

const marks: Record<Mark, RegExp> = {
  comma: /[,،，]$/u,
  semicolon: /[;؛；]$/u,
  fullStop: /[.。!?؟？…]$/u,
  colon: /[:：]$/u,
};
const anyMark = /[,،，;؛；.。:：]$/u;

export const endPunctuation: SectionRule = {
  id: "endPunctuation",
  scope: "section",
  strength: "warning",
  source: "Every item of three published texts; 107 of 111 last items of a section elsewhere.",
  check({ section, last }, words) {
    if (section.children.some(({ type }) => type.name === "table" || type.name === "heading")) return [];
    const clauses = clausesOf(section);
    return clauses.flatMap((clause, index) => {
      const next = clauses[index + 1];
      // Before a continuation paragraph, and in one, anything may end a sentence.
      if (clause.type.name !== "item" && clauses.length > 1 && next) return [];
      if (next && next.type.name !== "item") return [];
      const wanted = markAt(clause, next, last);
      return judge(clause, wanted, words);
    });
  },
};

function markAt(clause: Node, next: Node | undefined, last: boolean): Mark {
  if (!next) return last ? "fullStop" : "comma";
  return next.attrs.level > clause.attrs.level ? "colon" : "semicolon";
}

function judge(clause: Node, wanted: Mark, { data, drafting }: Words): Report[] {
  const text = textOf(clause);
  const to = endOf(text);
  const written = text.slice(0, to);
  if (written === "" || marks[wanted].test(written)) return [];
  if (wanted === "semicolon") {
    // A colon may introduce what is kept in one paragraph; "; and" goes on to the next item.
    if (marks.colon.test(written)) return [];
    const tail = /[;؛；,،，][\s\u00A0]*(?<word>[\p{L}/]{1,5})$/u.exec(written)?.groups?.word;
    if (tail !== undefined && drafting.conjunctions.includes(fold(tail))) return [];
  }
  // An American full stop inside the closing quotation mark.
  if (/[.,;。]["”]$/u.test(written)) return [];
  const from = anyMark.test(written) && !isAbbreviation(written) ? to - 1 : to;
  const mark = data.punctuation[wanted];
  const block: string = clause.attrs.id;
  const found = written.slice(from);
  const report: Report = {
    block,
    from: from === to ? Math.max(to - 1, 0) : from,
    to,
    case: `${wanted}${found === "" ? "Missing" : ""}`,
    values: { mark, found },
    fix: [{ kind: "text", block, from, to, text: mark }],
  };
  return [drafting.endMarksSeen ? report : { ...report, strength: "suggestion" }];
}

/** `etc.` keeps its dot when another mark follows. */
function isAbbreviation(text: string): boolean {
  return /(?<!\p{L})(?:etc|\p{L})\.$/u.test(text);
}
