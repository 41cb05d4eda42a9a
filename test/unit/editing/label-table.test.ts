/** The labels of every language over every edit that changes a list, at every level of a list. */
import { describe, expect, it } from "vitest";
import { deleteSelected } from "../../../shared/editing/delete-selection";
import type { Edit } from "../../../shared/editing/edit";
import { insertItem } from "../../../shared/editing/insert-block";
import { joinBackward } from "../../../shared/editing/join-blocks";
import type { LabelPolicy } from "../../../shared/editing/label-policy";
import { moveBlock } from "../../../shared/editing/move-block";
import { splitBlock } from "../../../shared/editing/split-block";
import { blocksOf } from "../../../shared/schema/blocks";
import { caret, draft, run } from "../../support/drafting";

const latin = ["a)", "b)", "c)", "d)", "e)"];
const arabic = ["أ )", "ب)", "ج)", "د )", "ه )"];
const numbers = ["1", "2", "3", "4", "5"];
const roman = ["i)", "ii)", "iii)", "iv)", "v)"];

interface Forms {
  labels: string[];
  /** What stands between the second and the third: bis, then ter. */
  bis: [string, string];
}

const after: Record<string, Forms> = {
  letters: { labels: latin, bis: ["b)bis", "b)ter"] },
  numbers: { labels: numbers, bis: ["2bis", "2ter"] },
  roman: { labels: roman, bis: ["ii)bis", "ii)ter"] },
};
const before: Record<string, Forms> = {
  letters: { labels: latin, bis: ["bbis)", "bter)"] },
  numbers: { labels: numbers, bis: ["2bis", "2ter"] },
  roman: { labels: roman, bis: ["iibis)", "iiter)"] },
};
const languages: Record<string, Record<string, Forms>> = {
  ar: {
    letters: { labels: arabic, bis: ["ب) مكرراً", "ب) مكرراً ثانياً"] },
    numbers: { labels: numbers, bis: ["2 مكرراً", "2 مكرراً ثانياً"] },
    roman: { labels: roman, bis: ["ii) مكرراً", "ii) مكرراً ثانياً"] },
  },
  zh: after,
  en: after,
  fr: before,
  ru: before,
  es: before,
};
const levels: Record<string, number> = { letters: 1, numbers: 1, roman: 2 };

const remove: Edit = (tr) => deleteSelected(tr);

function list({ labels }: Forms, level: number, policy: LabelPolicy, language: string) {
  const above = level === 1 ? "" : "a)\tabove:\n";
  const items = ["one;", "two;", "three;", "four."].map((text, i) => `${"  ".repeat(level - 1)}${labels[i]}\t${text}`);
  return draft(`The Assembly,\nconsidering\n${above}${items.join("\n")}`, policy, language);
}

type Draft = ReturnType<typeof draft>;

function labelsOf({ doc }: Draft, level: number): string[] {
  return blocksOf(doc)
    .filter(({ node }) => node.type.name === "item" && node.attrs.level === level)
    .map(({ node }) => node.attrs.label);
}

describe.each(Object.keys(languages))("labels in %s", (language) => {
  describe.each(Object.keys(levels))("%s", (kind) => {
    const forms = languages[language]![kind]!;
    const level = levels[kind]!;
    const [one, two, three, four, five] = forms.labels as [string, string, string, string, string];
    const [bis, ter] = forms.bis;

    const deeds: [string, (state: Draft) => Draft, { renumber: string[]; bis: string[] }][] = [
      [
        "split",
        (state) => run(caret(state, "tw|o"), splitBlock),
        { renumber: [one, two, three, four, five], bis: [one, two, bis, three, four] },
      ],
      [
        "insert two",
        (state) => run(caret(state, "tw|o"), insertItem("after"), insertItem("after")),
        { renumber: [one, two, three, four, five], bis: [one, two, bis, ter, three, four] },
      ],
      [
        "insert at the end",
        (state) => run(caret(state, "fo|ur"), insertItem("after")),
        { renumber: [one, two, three, four, five], bis: [one, two, three, four, five] },
      ],
      [
        "insert before the first",
        (state) => run(caret(state, "o|ne"), insertItem("before")),
        { renumber: [one, two, three, four, five], bis: [one, one, two, three, four] },
      ],
      [
        "suppress",
        (state) => run(caret(state, "|two", "|three"), remove),
        { renumber: [one, two, three], bis: [one, three, four] },
      ],
      [
        "suppress the first",
        (state) => run(caret(state, "|one", "|two"), remove),
        { renumber: [one, two, three], bis: [two, three, four] },
      ],
      [
        "move down",
        (state) => run(caret(state, "tw|o"), moveBlock(1)),
        { renumber: [one, two, three, four], bis: [one, three, two, four] },
      ],
      [
        "join",
        (state) => run(caret(state, "|three"), joinBackward, joinBackward),
        { renumber: [one, two, three], bis: [one, two, four] },
      ],
    ];

    it.each(deeds)("%s", (_, deed, expected) => {
      const counted = labelsOf(deed(list(forms, level, "renumber", language)), level);
      expect(counted.slice(0, 5)).toEqual(expected.renumber);
      expect(labelsOf(deed(list(forms, level, "bis", language)), level)).toEqual(expected.bis);
    });
  });
});
