/** The only item of a section carries no label. */
import { clausesOf } from "../clauses";
import type { SectionRule } from "../rule";

export const loneLabel: SectionRule = {
  id: "loneLabel",
  scope: "section",
  strength: "warning",
  source: "Every section with one item in the published texts.",
  check({ section }) {
    const clauses = clausesOf(section).filter(({ attrs }) => attrs.level <= 1);
    const [only] = clauses;
    if (clauses.length !== 1 || only?.type.name !== "item" || !/[\p{L}\p{N}]/u.test(only.attrs.label)) return [];
    const block: string = only.attrs.id;
    const values = { label: only.attrs.label.trim() };
    return [{ block, from: 0, to: 0, label: true, values, fix: [{ kind: "label", block, label: "" }] }];
  },
};
