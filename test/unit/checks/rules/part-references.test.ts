import { expect, it } from "vitest";
import { applyFix } from "../../../../shared/checks/apply-fix";
import { check } from "../../../../shared/checks/check";
import { exactRedline } from "../../../../shared/editing/redline-plugin";
import { blocksOf, contentText } from "../../../../shared/schema/blocks";
import { draftOf, run } from "../../../support/drafting";
import { found } from "../../../support/findings";
import { documentFromText } from "../../../support/read-document";

const rule = "partReferences";
const text = [
  "RESOLUTION 7 (Rev. Clearhaven, 2030)",
  "A title",
  "The World Telecommunication Development Conference (Clearhaven, 2030),",
  "considering",
  "that the description in Annex 2 to this Resolution is agreed, as footnote 1 says[footnoteRef:1]1,",
  "resolves",
  "to apply Annexes 1 and 2. [1: 1\tA remark.] ",
  "ANNEX 1",
  "(to Resolution 7 (Rev. Clearhaven, 2030))",
  "First things first, which are many and have to be said at length",
  "ANNEX 2",
  "(to Resolution 7 (Rev. Clearhaven, 2030))",
  "Second things second, and they are of another kind altogether",
].join("\n");
const base = () => documentFromText(text);
const blockWith = (doc: ReturnType<typeof base>, words: string) =>
  blocksOf(doc).find(({ node }) => contentText(node).includes(words))!;

it("says nothing while everything is where it was", () => expect(found(rule, base())).toEqual([]));

it("follows an annex whose number changed, as an edit", () => {
  let state = draftOf(base());
  const { pos, node } = blockWith(state.doc, "ANNEX 2");
  state = state.apply(state.tr.insertText("3", pos + node.content.size, pos + 1 + node.content.size));
  const findings = () => check(state.doc, exactRedline(state)).filter((finding) => finding.rule === rule);
  expect(findings().map(({ code, values }) => `${code} ${values.old} ${values.number}`)).toEqual([
    `check.${rule}-changed 2 3`,
    `check.${rule}-changed 2 3`,
  ]);
  while (findings()[0]) state = run(state, applyFix(findings()[0]!.fix!));
  expect(contentText(blockWith(state.doc, "to apply").node)).toContain("Annexes 1 and 3");
});

it("reports what names a suppressed annex, and a new reference to one that is not there", () => {
  let state = draftOf(base());
  const { pos } = blockWith(state.doc, "ANNEX 2");
  const start = state.doc.resolve(pos).before();
  state = state.apply(state.tr.delete(start, state.doc.resolve(pos).after()));
  expect(found(rule, state.doc, exactRedline(state))).toEqual([
    `check.${rule}-suppressed: 2`,
    `check.${rule}-suppressed: 2`,
  ]);
  const { pos: at } = blockWith(state.doc, "to apply");
  state = state.apply(state.tr.insertText("see Annex 4, ", at + 1));
  expect(found(rule, state.doc, exactRedline(state))).toContain(`check.${rule}-dangling: 4`);
});

it("a reference to a footnote follows its mark", () => {
  expect(found(rule, documentFromText(text.replace("footnote 1", "footnote 5")))).toEqual([
    `check.${rule}-dangling: 5`,
  ]);
});
