/**
 * Edits of a text whose labels Word counts, exported into its own file: the lists of the file count what is new, what
 * stays and what moved, on both sides, and no label is typed that they would count again.
 */
import { describe, expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import type { Language } from "../../../shared/model/document";
import { asEdited } from "../../support/edited-source";
import { relabelled, wholeVersion } from "../../support/parallel-edits";
import type { ParallelLine } from "../../support/parallel-versions";
import { type Dressing, ituStyle, parallelWord } from "../../support/parallel-word";
import { exportWord } from "../../support/word-export";

const lists = { letter: "lowerLetter", roman: "lowerRoman", number: "decimal" };

function open(bytes: Uint8Array) {
  const opened = openBase(bytes, "file.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  return { base: opened.value.doc, current: opened.value.current ?? opened.value.doc };
}

/** Exports an edit of the lines into the file of the lines as they were. */
function exported(language: Language, dressing: Dressing, edit: (lines: ParallelLine[]) => ParallelLine[]) {
  const source = parallelWord(language, dressing, wholeVersion(language));
  const { base } = open(source);
  const edited = relabelled(edit(wholeVersion(language)));
  const current = asEdited(base, open(parallelWord(language, dressing, edited)).base);
  return { ...exportWord({ base, current, source }), base, current };
}

const labelsOf = (doc: ReturnType<typeof open>["base"]) => {
  const labels: string[] = [];
  doc.descendants((node) => {
    if (node.type.name === "item") labels.push(node.attrs.label);
  });
  return labels;
};

const first = 9;
const edits: Record<string, (lines: ParallelLine[]) => ParallelLine[]> = {
  "an item in the middle goes": (lines) => lines.filter((_line, index) => index !== first),
  "an item comes first": (lines) => lines.toSpliced(first, 0, { role: "a1", text: "W;" }),
  "items come last, below and between": (lines) =>
    lines
      .toSpliced(24, 0, { role: "n4", text: "Z;" })
      .toSpliced(13, 0, { role: "i3", text: "Y;" })
      .toSpliced(first + 1, 0, { role: "a2", text: "X;" }),
  "an inserted label stands between": (lines) => lines.toSpliced(first + 1, 0, { role: "text", text: "a)bis\tX;" }),
  "two items change places": (lines) => lines.with(11, lines[12]!).with(12, lines[11]!),
};

describe.each<Language>(["en", "ru", "ar"])("%s", (language) => {
  test.each(Object.keys(edits))("%s", (name) => {
    for (const dressing of [{ lists }, { lists, styleOf: ituStyle }]) {
      const { bytes, messages, base, current } = exported(language, dressing, edits[name]!);
      expect(messages).toEqual([]);
      const again = open(bytes);
      expect(labelsOf(again.base)).toEqual(labelsOf(base));
      expect(labelsOf(again.current)).toEqual(labelsOf(current));
    }
  });
});
