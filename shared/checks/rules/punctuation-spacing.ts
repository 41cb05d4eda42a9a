/**
 * Spaces around punctuation. In ITU texts of every language, French included, no space stands before a mark, and
 * one stands behind a comma or semicolon that a word follows.
 */
import { textOf } from "../block-text";
import type { BlockRule, Report } from "../rule";

/** A dot may begin a name (` .org`) or an ellipsis. */
const before = /(?<=[^\s\uFFFC])[ \u00A0\u202F]+(?<mark>[,;:!?،؛؟](?![\p{L}\p{N}/)(-])|[)\]])/gu;
const behind = /(?<=\p{L})(?<mark>[,;،؛])(?=\p{L})/gu;
/** A label before its bracket, `أ )`, is typed with a space in Arabic. */
const spacedLabel = /(?:^|[\s(])\p{Script=Arabic}[ \u00A0]$/u;

export const punctuationSpacing: BlockRule = {
  id: "punctuationSpacing",
  scope: "block",
  strength: "warning",
  source: "No case of a space before ; : ? ! in any of the French texts read.",
  check(node, { data }) {
    const text = textOf(node);
    const block: string = node.attrs.id;
    const reports: Report[] = [];
    for (const match of text.matchAll(before)) {
      const mark = match.groups?.mark ?? "";
      const from = match.index;
      const to = from + match[0].length - mark.length;
      if (mark === ")" && (data.direction === "rtl" || spacedLabel.test(text.slice(0, to)))) continue;
      reports.push({ block, from, to, case: "before", values: { mark }, fix: [edit(block, from, to, "")] });
    }
    for (const match of text.matchAll(behind)) {
      const to = match.index + 1;
      reports.push({
        block,
        from: match.index,
        to,
        case: "behind",
        values: { mark: match[0] },
        fix: [edit(block, to, to, " ")],
      });
    }
    return reports;
  },
};

function edit(block: string, from: number, to: number, text: string) {
  return { kind: "text", block, from, to, text } as const;
}
