/** Titles of resolutions and annexes, and headings, carry no end mark. */
import { endOf, textOf } from "../block-text";
import type { BlockRule } from "../rule";

const titles = new Set(["resolutionTitle", "annexTitle", "heading"]);

export const titleEnd: BlockRule = {
  id: "titleEnd",
  scope: "block",
  strength: "warning",
  source: "All titles read.",
  check(node) {
    if (!titles.has(node.type.name)) return [];
    const text = textOf(node);
    const to = endOf(text);
    const mark = /(?<![.…]|\p{Lu})[.,;:。，；،؛]$/u.exec(text.slice(0, to))?.[0];
    // A numbered heading of body text may be a whole sentence.
    if (mark === undefined || (node.type.name === "heading" && node.attrs.label !== "" && text.length > 120)) return [];
    const block: string = node.attrs.id;
    return [{ block, from: to - 1, to, values: { mark }, fix: [{ kind: "text", block, from: to - 1, to, text: "" }] }];
  },
};
