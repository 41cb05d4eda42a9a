/** A call carries no end mark; some Russian texts close it with a comma. */
import { endOf, textOf } from "../block-text";
import type { SectionRule } from "../rule";

export const callEnd: SectionRule = {
  id: "callEnd",
  scope: "section",
  strength: "warning",
  source: "All calls of the published texts; a report and the Russian texts of the Council differ.",
  check({ section }, { drafting }) {
    const call = section.child(0);
    const text = textOf(call);
    const to = endOf(text);
    const mark = /[.,;:!?،؛。，；：]$/u.exec(text.slice(0, to))?.[0];
    if (mark === undefined || drafting.callEnds.includes(mark)) return [];
    const block: string = call.attrs.id;
    const from = to - 1;
    return [{ block, from, to, values: { mark }, fix: [{ kind: "text", block, from, to, text: "" }] }];
  },
};
