/**
 * Annexes, sections and numbered bodies count by themselves: in each language, under both policies, over every edit
 * that changes them; references follow, and undo brings both back.
 */
import { undo } from "prosemirror-history";
import { TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { applyFix } from "../../../shared/checks/apply-fix";
import { check } from "../../../shared/checks/check";
import { changeLevel } from "../../../shared/editing/change-level";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import type { Edit } from "../../../shared/editing/edit";
import { joinBackward } from "../../../shared/editing/join-blocks";
import { type LabelPolicy, setLabelPolicy } from "../../../shared/editing/label-policy";
import { moveBlock } from "../../../shared/editing/move-block";
import { baseOf, exactRedline } from "../../../shared/editing/redline-plugin";
import { splitBlock } from "../../../shared/editing/split-block";
import type { Language } from "../../../shared/model/document";
import { blocksOf, contentText } from "../../../shared/schema/blocks";
import { attempt, caret, draftOf, run } from "../../support/drafting";
import { documentOfLanguage } from "../../support/numbered-text";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];
const bis: Record<Language, string> = { ar: " مكرراً", zh: "bis", en: "bis", fr: "bis", ru: "bis", es: "bis" };
type Draft = ReturnType<typeof draftOf>;

const remove: Edit = (tr) => deleteSelected(tr);
const start = (language: Language, policy: LabelPolicy) => draftOf(documentOfLanguage(language), policy);

/** Numbers of annexes, sections and body, in reading order. */
function numbers({ doc }: Draft): string[] {
  return blocksOf(doc)
    .filter(({ containers }) => containers.includes("annex"))
    .flatMap(({ node }) => {
      if (node.type.name === "annexNumber" || node.attrs.role === "divisionNumber") {
        return [/\d.*$/u.exec(contentText(node))?.[0].replace(/[节部分]$/u, "") ?? ""];
      }
      return node.attrs.label === "" ? [] : [node.attrs.label.trim()];
    });
}

/** Selects from the heading of one annex to that of the next, and deletes. */
function withoutFirstAnnex(state: Draft): Draft {
  const heads = blocksOf(state.doc).filter(({ node }) => node.type.name === "annexNumber");
  const selection = TextSelection.create(state.doc, heads[0]!.pos + 1, heads[1]!.pos + 1);
  return run(state.apply(state.tr.setSelection(selection)), remove);
}

const whole = ["1", "1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2", "2", "1", "2"];

/** Each edit with the numbers afterwards, and those of the references to 1.1.2, 2.1 and the second annex. */
const deeds: [
  string,
  (state: Draft) => Draft,
  { renumber: string[]; bis: (word: string) => string[]; refers: Record<LabelPolicy, (string | null)[]> },
][] = [
  [
    "split of the deepest",
    (state) => run(caret(state, "aa|aa"), splitBlock),
    {
      renumber: ["1", "1", "1.1", "1.1.1", "1.1.2", "1.1.3", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      bis: (b) => ["1", "1", "1.1", "1.1.1", `1.1.1${b}`, "1.1.2", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      refers: { renumber: ["1.1.3", "2.1", "2"], bis: ["1.1.2", "2.1", "2"] },
    },
  ],
  [
    "split of the first number: what is below counts from the new one",
    (state) => run(caret(state, "one|one"), splitBlock),
    {
      renumber: ["1", "1", "2", "2.1", "2.1.1", "2.1.2", "2.2", "3", "3.1", "3.2", "2", "1", "2"],
      bis: (b) => ["1", "1", `1${b}`, "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      refers: { renumber: ["2.1.2", "3.1", "2"], bis: ["1.1.2", "2.1", "2"] },
    },
  ],
  [
    "suppressed in the middle",
    (state) => run(caret(state, "|aaaa", "|bbbb"), remove),
    {
      renumber: ["1", "1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      bis: () => ["1", "1", "1.1", "1.1.2", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      refers: { renumber: ["1.1.1", "2.1", "2"], bis: ["1.1.2", "2.1", "2"] },
    },
  ],
  [
    "suppressed itself",
    (state) => run(caret(state, "|bbbb", "|cccc"), remove),
    {
      renumber: ["1", "1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      bis: () => ["1", "1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      refers: { renumber: [null, "2.1", "2"], bis: [null, "2.1", "2"] },
    },
  ],
  [
    "moved past its neighbour, with what is below",
    (state) => run(caret(state, "wi|de"), moveBlock(1)),
    {
      renumber: ["1", "1", "1.1", "1.2", "1.2.1", "1.2.2", "2", "2.1", "2.2", "2", "1", "2"],
      bis: () => ["1", "1", "1.2", "1.1", "1.1.1", "1.1.2", "2", "2.1", "2.2", "2", "1", "2"],
      refers: { renumber: ["1.2.2", "2.1", "2"], bis: ["1.1.2", "2.1", "2"] },
    },
  ],
  [
    "joined to the one before",
    (state) => run(caret(state, "|bbbb"), joinBackward, joinBackward),
    {
      renumber: ["1", "1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      bis: () => ["1", "1", "1.1", "1.1.1", "1.2", "2", "2.1", "2.2", "2", "1", "2"],
      refers: { renumber: [null, "2.1", "2"], bis: [null, "2.1", "2"] },
    },
  ],
  [
    "an annex moved past the next",
    (state) => {
      const [first] = blocksOf(state.doc).filter(({ node }) => node.type.name === "annexNumber");
      return run(state.apply(state.tr.setSelection(TextSelection.create(state.doc, first!.pos + 1))), moveBlock(1));
    },
    {
      renumber: ["1", "1", "2", "2", "1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2"],
      bis: () => ["2", "1", "2", "1", "1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1", "2.2"],
      refers: { renumber: ["1.1.2", "2.1", "1"], bis: ["1.1.2", "2.1", "2"] },
    },
  ],
  [
    "an annex suppressed",
    withoutFirstAnnex,
    {
      renumber: ["1", "1", "2"],
      bis: () => ["2", "1", "2"],
      refers: { renumber: [null, null, "1"], bis: [null, null, "2"] },
    },
  ],
];

/** What the three references of the operative part name. */
function named(state: Draft): string[] {
  return blocksOf(state.doc)
    .filter(({ part }) => part === "operative")
    .flatMap(
      ({ node }) =>
        contentText(node)
          .match(/\d+(?:\.\d+)*/gu)
          ?.sort((a, b) => b.length - a.length)[0] ?? [],
    );
}

const findings = (state: Draft) =>
  check(state.doc, exactRedline(state)).filter(({ rule }) => rule === "partReferences");

describe.each(languages)("numbered parts in %s", (language) => {
  it("are read", () => {
    expect(numbers(start(language, "renumber"))).toEqual(whole);
    expect(findings(start(language, "renumber"))).toEqual([]);
  });

  describe.each(["renumber", "bis"] as LabelPolicy[])("%s", (policy) => {
    it.each(deeds)("%s", (_, deed, expected) => {
      const before = start(language, policy);
      let state = deed(before);
      expect(numbers(state)).toEqual(policy === "bis" ? expected.bis(bis[language]) : expected.renumber);
      const offered = findings(state);
      const refers = expected.refers[policy];
      const gone = refers.filter((each) => each === null).length;
      const suppressed = offered.filter(({ code }) => code === "check.partReferences-suppressed");
      // A reference names its annex as well.
      expect(new Set(suppressed.map(({ block }) => block)).size).toBe(gone);
      for (const { fix } of offered) if (fix) state = run(state, applyFix(fix));
      named(state).forEach((number, i) => {
        if (refers[i] !== null) expect(number).toBe(refers[i]);
      });
      expect(findings(state).filter(({ fix }) => fix)).toEqual([]);
      for (let back = attempt(state, undo); back; back = attempt(state, undo)) state = back;
      expect(state.doc.eq(before.doc)).toBe(true);
    });
  });

  it("an agreed number comes back when the policy changes", () => {
    const split = run(caret(start(language, "renumber"), "aa|aa"), splitBlock);
    const kept = run(split, setLabelPolicy("bis", baseOf(split)!));
    expect(numbers(kept).slice(3, 6)).toEqual(["1.1.1", `1.1.1${bis[language]}`, "1.1.2"]);
    const counted = run(kept, setLabelPolicy("renumber", baseOf(kept)!));
    expect(numbers(counted).slice(3, 6)).toEqual(["1.1.1", "1.1.2", "1.1.3"]);
  });

  it("Tab puts a number below the one before, Shift+Tab back", () => {
    const below = run(caret(start(language, "renumber"), "other|"), changeLevel(1));
    expect(numbers(below).slice(2, 7)).toEqual(["1.1", "1.1.1", "1.1.2", "1.1.3", "2"]);
    expect(numbers(run(below, changeLevel(-1)))).toEqual(whole);
  });
});

describe("numbers that do not count", () => {
  it("are left alone, as those of an extract are", () => {
    const language = "en";
    const extract = draftOf(documentOfLanguage(language, (text) => text.replace("1.1.2\t", "1.1.7\t")));
    const split = run(caret(extract, "aa|aa"), splitBlock);
    expect(numbers(split).slice(2, 7)).toEqual(["1.1", "1.1.1", "1.1.2", "1.1.7", "1.2"]);
  });

  it("typed from the last to the first, as in real Arabic files, count that way", () => {
    const turned = draftOf(
      documentOfLanguage("ar", (text) =>
        text.replace(/^(\d+(?:\.\d+)+)\t/gmu, (_, number) => `${number.split(".").reverse().join(".")}\t`),
      ),
    );
    const split = run(caret(turned, "one|one"), splitBlock);
    expect(numbers(split).slice(1, 8)).toEqual(["1", "2", "1.2", "1.1.2", "2.1.2", "2.2", "3"]);
  });
});
