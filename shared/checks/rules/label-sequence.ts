/**
 * Labels run without gap or repeat, from the first one of their kind. Inserted labels (bis) follow the agreed one
 * they stand behind; a label typed by hand is left alone. The fix counts the rest of the list again.
 */
import type { Language } from "../../model/document";
import { formLabel, nextLabel, ordinalAs, parseLabel, readsAs } from "../../resolution/labels";
import { type List, listsOf } from "../clauses";
import type { FixEdit } from "../finding";
import type { Report, SectionRule } from "../rule";

const counting = new Set(["letter", "roman", "number"]);

export const labelSequence: SectionRule = {
  id: "labelSequence",
  scope: "section",
  strength: "error",
  source: "Every section of the published texts.",
  check: ({ section }, { data }) => listsOf(section, data.language).flatMap((list) => gapsIn(list, data.language)),
};

function gapsIn({ items, kind }: List, language: Language): Report[] {
  if (!counting.has(kind)) return [];
  const reports: Report[] = [];
  let previous: string | null = null;
  for (const [index, node] of items.entries()) {
    const { id, label, labelLocked } = node.attrs;
    const parsed = parseLabel(label, language);
    const inserted = (parsed.parts.at(-1)?.insertion ?? 0) > 0;
    const expected: string =
      previous === null ? formLabel(kind, 1, language, parsed) : nextLabel(previous, kind, language);
    const ordinal = readsAs(parsed, kind) ? ordinalAs(parsed, kind) : 0;
    const due = ordinalAs(parseLabel(expected, language), kind);
    if (inserted) {
      previous ??= label;
      continue;
    }
    if (ordinal !== due && !labelLocked) {
      const repeated = ordinal > 0 && ordinal === due - 1;
      const values = { label: label.trim(), expected: expected.trim(), previous: previous?.trim() ?? "" };
      const which = previous === null ? "first" : repeated ? "repeat" : "gap";
      const fix = recounted(items.slice(index), expected, kind, language);
      reports.push({ block: id, from: 0, to: 0, label: true, case: which, values, fix });
    }
    previous = ordinal > 0 ? label : expected;
  }
  return reports;
}

function recounted(items: List["items"], first: string, kind: List["kind"], language: Language): FixEdit[] {
  let label: string = first;
  return items.flatMap(({ attrs }): FixEdit[] => {
    const inserted = (parseLabel(attrs.label, language).parts.at(-1)?.insertion ?? 0) > 0;
    if (inserted || attrs.labelLocked) return [];
    const edit: FixEdit = { kind: "label", block: attrs.id, label };
    label = nextLabel(label, kind, language);
    return edit.label === attrs.label ? [] : [edit];
  });
}
