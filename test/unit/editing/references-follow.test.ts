/**
 * References follow what they name: in each language, under both policies, at each level, over every edit that
 * changes a list. The reference is offered the new label as an edit, or said to name what is suppressed; undo brings
 * the text and the reference back.
 */
import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { applyFix } from "../../../shared/checks/apply-fix";
import { check } from "../../../shared/checks/check";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import type { Edit } from "../../../shared/editing/edit";
import { insertItem } from "../../../shared/editing/insert-block";
import { joinBackward } from "../../../shared/editing/join-blocks";
import type { LabelPolicy } from "../../../shared/editing/label-policy";
import { moveBlock } from "../../../shared/editing/move-block";
import { exactRedline } from "../../../shared/editing/redline-plugin";
import { splitBlock } from "../../../shared/editing/split-block";
import type { Language } from "../../../shared/model/document";
import { formLabel } from "../../../shared/resolution/labels";
import { blocksOf, contentText } from "../../../shared/schema/blocks";
import { attempt, caret, draft, run } from "../../support/drafting";

interface Words {
  preamble: string;
  operative: string;
  letters: string;
  numbers: string;
  /** With the item above, `{a}`. */
  roman: string;
}

const words: Record<Language, Words> = {
  en: {
    preamble: "considering",
    operative: "resolves",
    letters: "under considering {l} above",
    numbers: "under item {l} of resolves",
    roman: "under considering {a} {l} above",
  },
  fr: {
    preamble: "considérant",
    operative: "décide",
    letters: "au considérant {l} ci-dessus",
    numbers: "au point {l} du décide",
    roman: "au considérant {a} {l} ci-dessus",
  },
  es: {
    preamble: "considerando",
    operative: "resuelve",
    letters: "en el considerando {l}",
    numbers: "en el punto {l} del resuelve",
    roman: "en el considerando {a} {l}",
  },
  ru: {
    preamble: "учитывая",
    operative: "решает",
    letters: "в пункте {l} раздела учитывая",
    numbers: "в пункте {l} раздела решает",
    roman: "в пункте {a} {l} раздела учитывая",
  },
  zh: {
    preamble: "考虑到",
    operative: "做出决议",
    letters: "上述考虑到{l}",
    numbers: "上述做出决议第{l}段",
    roman: "上述考虑到{a} {l}",
  },
  ar: {
    preamble: "إذ تدرك",
    operative: "تقرر",
    letters: 'الفقرة {l} من "إذ تدرك"',
    numbers: 'الفقرة {l} من "تقرر"',
    roman: 'الفقرة {a} {l} من "إذ تدرك"',
  },
};
/** The call of a second section of the preamble. */
const others: Record<Language, string> = {
  en: "recognizing",
  fr: "reconnaissant",
  es: "reconociendo",
  ru: "признавая",
  zh: "认识到",
  ar: "إذ تلاحظ",
};
const kinds = { letters: "letter", numbers: "number", roman: "roman" } as const;
type Kind = keyof typeof kinds;
type Draft = ReturnType<typeof draft>;

const remove: Edit = (tr) => deleteSelected(tr);
const gone = -1;

/** Each edit with the place that item three has afterwards, when labels are counted again and when they stay. */
const deeds: [string, (state: Draft) => Draft, { renumber: number; bis: number }][] = [
  ["nothing", (state) => state, { renumber: 3, bis: 3 }],
  ["split", (state) => run(caret(state, "tw|o"), splitBlock), { renumber: 4, bis: 3 }],
  [
    "insert two",
    (state) => run(caret(state, "tw|o"), insertItem("after"), insertItem("after")),
    { renumber: 5, bis: 3 },
  ],
  ["insert before the first", (state) => run(caret(state, "o|ne"), insertItem("before")), { renumber: 4, bis: 3 }],
  ["insert behind it", (state) => run(caret(state, "fo|ur"), insertItem("after")), { renumber: 3, bis: 3 }],
  ["suppress another", (state) => run(caret(state, "|two", "|three"), remove), { renumber: 2, bis: 3 }],
  ["suppress it", (state) => run(caret(state, "|three", "|four"), remove), { renumber: gone, bis: gone }],
  ["move another over it", (state) => run(caret(state, "tw|o"), moveBlock(1)), { renumber: 2, bis: 3 }],
  ["move it", (state) => run(caret(state, "thr|ee"), moveBlock(1)), { renumber: 4, bis: 3 }],
  ["join it", (state) => run(caret(state, "|three"), joinBackward, joinBackward), { renumber: 2, bis: 2 }],
];

function start(kind: Kind, policy: LabelPolicy, language: Language): Draft {
  const { preamble, operative, ...forms } = words[language];
  const label = (place: number) => formLabel(kinds[kind], place, language);
  const above = formLabel("letter", 1, language);
  const indent = kind === "roman" ? "  " : "";
  const items = ["one", "two", "three", "four"].map((text, index) => `${indent}${label(index + 1)}\t${text} ${text};`);
  if (kind === "roman") items.unshift(`${above}\tabove:`);
  const reference = forms[kind].replace("{l}", label(3)).replace("{a}", above);
  const call = kind === "numbers" ? operative : preamble;
  const other = kind === "numbers" ? preamble : operative;
  return draft(
    `Enacting,\n${call}\n${items.join("\n")}\n${other}\n${formLabel("letter", 1, language)}\tact ${reference}, and report.`,
    policy,
    language,
  );
}

const referring = ({ doc }: Draft) => contentText(blocksOf(doc).at(-1)!.node);
const findings = (state: Draft) =>
  check(state.doc, exactRedline(state)).filter(({ rule }) => rule === "labelReferences");

describe.each(Object.keys(words) as Language[])("references in %s", (language) => {
  describe.each(Object.keys(kinds) as Kind[])("to %s", (kind) => {
    describe.each(["renumber", "bis"] as LabelPolicy[])("%s", (policy) => {
      it.each(deeds)("%s", (_, deed, expected) => {
        const before = start(kind, policy, language);
        expect(findings(before)).toEqual([]);
        let state = deed(before);
        const offered = findings(state);
        const place = expected[policy];
        if (place === gone) {
          expect(offered.map(({ code }) => code)).toEqual(["check.labelReferences-suppressed"]);
        } else {
          for (const { fix } of offered) state = run(state, applyFix(fix!));
          const label = formLabel(kinds[kind], place, language);
          const above = formLabel("letter", 1, language);
          expect(referring(state)).toContain(words[language][kind].replace("{l}", label).replace("{a}", above));
          expect(offered).toHaveLength(place === 3 ? 0 : 1);
          expect(findings(state)).toEqual([]);
        }
        for (let back = attempt(state, undo); back; back = attempt(state, undo)) state = back;
        expect(state.doc.eq(before.doc)).toBe(true);
      });
    });
  });
});

describe.each(Object.keys(words) as Language[])("an item that moved to another section, in %s", (language) => {
  it.each(["renumber", "bis"] as LabelPolicy[])("takes its reference along, %s", (policy) => {
    const { preamble, operative, letters } = words[language];
    const label = (place: number) => formLabel("letter", place, language);
    const items = (...texts: string[]) => texts.map((text, i) => `${label(i + 1)}\t${text} ${text};`).join("\n");
    const other = others[language];
    const reference = letters.replace("{l}", label(3));
    const before = draft(
      `Enacting,\n${preamble}\n${items("one", "two", "three is the longest")}\n${other}\n${items("five", "six")}\n${operative}\n1\tact ${reference}, and report.`,
      policy,
      language,
    );
    expect(findings(before)).toEqual([]);
    let state = run(caret(before, "thr|ee"), moveBlock(1));
    const [finding, ...rest] = findings(state);
    expect(rest).toEqual([]);
    expect(finding!.code).toBe("check.labelReferences-moved");
    state = run(state, applyFix(finding!.fix!));
    const moved = blocksOf(state.doc).find(({ node }) => contentText(node).startsWith("three"))!;
    expect(referring(state)).toContain(letters.replace("{l}", moved.node.attrs.label).replace(preamble, other));
    expect(findings(state)).toEqual([]);
    for (let back = attempt(state, undo); back; back = attempt(state, undo)) state = back;
    expect(state.doc.eq(before.doc)).toBe(true);
  });
});
