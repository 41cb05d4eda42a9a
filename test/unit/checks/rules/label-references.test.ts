import { describe, expect, it } from "vitest";
import { applyFix } from "../../../../shared/checks/apply-fix";
import { check } from "../../../../shared/checks/check";
import { insertItem } from "../../../../shared/editing/insert-block";
import { exactRedline } from "../../../../shared/editing/redline-plugin";
import { caret, draft, lines, run } from "../../../support/drafting";
import { found } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "labelReferences";
const text = [
  "The Assembly,",
  "considering",
  "a)\tone;",
  "b)\ttwo;",
  "c)\tthree,",
  "instructs the Director",
  "1\tto act on considering c) above;",
  "2\tto report,",
  "instructs the Council",
  "1\tto read item 2 of instructs the Director of this resolution.",
].join("\n");

describe("references to items", () => {
  it("names no reference that holds", () => expect(found(rule, resolution(text, "en"))).toEqual([]));

  it("reports a label that the section does not have", () => {
    expect(found(rule, resolution(text.replace("considering c) above", "considering d) above"), "en"))).toEqual([
      `check.${rule}-dangling: d)`,
    ]);
  });

  it("follows an item that was relabelled, as an edit that is marked", () => {
    let state = run(caret(draft(text), "|two;"), insertItem("before"));
    const [finding, ...others] = check(state.doc, exactRedline(state)).filter((each) => each.rule === rule);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: `check.${rule}-changed`, values: { old: "c)", label: "d)" } });
    state = run(state, applyFix(finding!.fix!));
    expect(lines(state)).toContain("1\tto act on considering d) above;");
    expect(found(rule, state.doc, exactRedline(state))).toEqual([]);
  });

  it("reports a reference to a suppressed item", () => {
    const state = draft(text);
    const pos = caret(state, "|three,").selection.$from;
    const without = state.apply(state.tr.delete(pos.before(), pos.after()));
    expect(found(rule, without.doc, exactRedline(without))).toEqual([`check.${rule}-suppressed: c)`]);
  });
});

describe("calls with a word in front of their verb", () => {
  it("an Arabic call that begins with 'and' is cited without it", () => {
    const arabic = [
      "إن الجمعية،",
      "إذ تدرك",
      "أ )\tone;",
      "ب)\ttwo,",
      "وإذ تلاحظ",
      "أ )\tthree;",
      "ب)\tfour,",
      "تقرر",
      'five الفقرة د ) من "إذ تلاحظ" أعلاه.',
    ].join("\n");
    const doc = resolution(arabic.replace("\nfive", "\n1\tfive"), "ar");
    expect(found(rule, doc)).toEqual([`check.${rule}-dangling: د )`]);
    expect(found(rule, resolution(arabic.replace("\nfive", "\n1\tfive").replace("د )", "ب)"), "ar"))).toEqual([]);
  });

  it("an adverb tells two calls of one verb apart", () => {
    const two = (label: string) =>
      `The Assembly,\nresolves\n1\tone;\n2\ttwo,\nfurther resolves\n1\tthree;\n2\tfour;\n3\tfive in item ${label}.`;
    expect(found(rule, resolution(two("3 of further resolves"), "en"))).toEqual([]);
    expect(found(rule, resolution(two("3 of resolves"), "en"))).toEqual([`check.${rule}-dangling: 3`]);
  });
});
