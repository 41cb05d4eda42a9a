/**
 * The numbered parts of a text beside the items of its calls: the annexes of a resolution, and in an annex or a section
 * the numbered body (`SECTION 1`, heading `1.1`, items `1.1.1`). Each is a list of numbers that counts or does not; only
 * one that did is ever renumbered.
 */
import type { Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { type LabelPart, parseLabel } from "../resolution/labels";
import { languageData } from "../resolution/languages/languages";
import { type Counted, countPaths, type NumberForm, readNumber, samePath } from "../resolution/part-numbers";
import { numberOfPart } from "../resolution/part-references";
import { contentText } from "../schema/blocks";

export interface Part {
  id: string;
  /** Position before the block that carries the number. */
  pos: number;
  /** Where in its text the number stands; null when it is the label. */
  typed: { from: number; to: number } | null;
  path: LabelPart[];
  locked: boolean;
}

export interface PartSequence {
  form: NumberForm;
  /** In real Arabic files the numbers of a label are typed from the last to the first, `1.3` for 3.1. */
  backwards: boolean;
  parts: Part[];
}

const forms: readonly NumberForm[] = ["digits", "letters", "roman"];

/** The numbered parts directly in a container whose content begins at `start`. */
export function partSequencesOf(container: Node, start: number, language: Language): PartSequence[] {
  return [...annexesOf(container, start, language), ...bodiesOf(container, start, language)];
}

function annexesOf(container: Node, start: number, language: Language): PartSequence[] {
  const found: Record<"annex" | "appendix", { node: Node; pos: number; number: string; from: number }[]> = {
    annex: [],
    appendix: [],
  };
  container.forEach((annex, offset) => {
    if (annex.type.name !== "annex") return;
    annex.forEach((node, inside) => {
      if (node.type.name !== "annexNumber") return;
      const text = contentText(node);
      for (const kind of ["annex", "appendix"] as const) {
        const number = numberOfPart(kind, text, language);
        const from = number === null ? -1 : text.indexOf(number);
        if (number !== null && from >= 0) found[kind].push({ node, pos: start + offset + 1 + inside, number, from });
      }
    });
  });
  return Object.values(found).flatMap((annexes) => {
    // Letters before Roman numerals: `C` follows `B`, and `II` is no letter.
    const form = forms.find((each) => annexes.every(({ number }) => readNumber(number, each, language)));
    if (annexes.length === 0 || !form) return [];
    const parts = annexes.map(({ node, pos, number, from }) => ({
      id: node.attrs.id as string,
      pos,
      typed: { from, to: from + number.length },
      path: readNumber(number, form, language)!,
      locked: false,
    }));
    return [{ form, backwards: false, parts }];
  });
}

/** A numbered body begins with the container and anew where its first section is headed. */
function bodiesOf(container: Node, start: number, language: Language): PartSequence[] {
  const bodies: Part[][] = [[]];
  let headed = false;
  container.forEach((node, offset) => {
    const part = bodyPart(node, start + offset, language);
    if (!part) return;
    if (part.typed && !headed) {
      headed = true;
      bodies.push([]);
    }
    bodies.at(-1)!.push(part);
  });
  // A plain list of numbers is a list of items, whose labels have a policy of their own.
  return bodies
    .filter((parts) => parts.some(({ path, typed }) => path.length > 1 || typed))
    .map((parts) => readEitherWay({ form: "digits", backwards: false, parts }, language));
}

function readEitherWay(body: PartSequence, language: Language): PartSequence {
  if (languageData(language).direction === "ltr" || partsCount(body)) return body;
  const parts = body.parts.map((part) => ({ ...part, path: [...part.path].reverse() }));
  const turned = { ...body, backwards: true, parts };
  return partsCount(turned) ? turned : body;
}

function bodyPart(node: Node, pos: number, language: Language): Part | null {
  const { id, label, labelLocked, role } = node.attrs;
  const { name } = node.type;
  if (name !== "heading" && name !== "item") return null;
  if (role === "divisionNumber") {
    const text = contentText(node);
    const number = numberOfPart("section", text, language);
    const path = number === null ? null : readNumber(number, "digits", language);
    if (number === null || !path) return null;
    const from = text.indexOf(number);
    return { id, pos, typed: { from, to: from + number.length }, path, locked: false };
  }
  const { kind, parts } = parseLabel(label, language);
  return kind === "number" || kind === "decimal" ? { id, pos, typed: null, path: parts, locked: labelLocked } : null;
}

/** Whether the numbers run without gap or repeat. */
export function partsCount({ parts }: PartSequence): boolean {
  const paths = countPaths(
    parts.map(({ path, locked }) => ({ path, stays: locked, inserted: path.at(-1)!.insertion > 0, between: false })),
    parts[0]?.path ?? [],
  );
  return parts.every(({ path }, i) => samePath(path, paths[i]!));
}

/** The numbers counted anew; only a bis form that was agreed stays one. */
export function countedParts(parts: readonly Part[], first: readonly LabelPart[], agreed: Agreed): LabelPart[][] {
  const counted = parts.map(({ id, path, locked }): Counted => {
    return { path, stays: locked, inserted: path.at(-1)!.insertion > 0 && agreed.has(id), between: false };
  });
  return countPaths(counted, first);
}

/** The numbers where agreed ones stay: what is put between takes the bis form, what is added behind counts on. */
export function agreedParts(parts: readonly Part[], first: readonly LabelPart[], agreed: Agreed): LabelPart[][] {
  const counted = parts.map(({ id, path, locked }, i): Counted => {
    const own = locked ? path : agreed.get(id);
    if (own) return { path: [...own], stays: true, inserted: false, between: false };
    // Deeper numbers may stand between; a shallower one closes the list.
    const behind = parts.slice(i + 1);
    const end = behind.findIndex((each) => each.path.length < path.length);
    const siblings = (end < 0 ? behind : behind.slice(0, end)).filter((each) => each.path.length === path.length);
    return { path, stays: false, inserted: false, between: siblings.some((each) => agreed.has(each.id)) };
  });
  return countPaths(counted, first);
}

/** Paths of the base by block id. */
export type Agreed = ReadonlyMap<string, readonly LabelPart[]>;
