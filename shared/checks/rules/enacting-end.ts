/** The enacting formula ends with a comma in every language. */
import { endOf, textOf } from "../block-text";
import type { BlockRule } from "../rule";

export const enactingEnd: BlockRule = {
  id: "enactingEnd",
  scope: "block",
  strength: "error",
  source: "Every enacting formula read.",
  check(node, { data }) {
    if (node.type.name !== "enacting") return [];
    const text = textOf(node);
    const to = endOf(text);
    if (to === 0 || /[,،，]$/u.test(text.slice(0, to))) return [];
    const block: string = node.attrs.id;
    const from = /[.;:。；：؛]$/u.test(text.slice(0, to)) ? to - 1 : to;
    const mark = data.punctuation.comma;
    return [{ block, from, to, values: { mark }, fix: [{ kind: "text", block, from, to, text: mark }] }];
  },
};
