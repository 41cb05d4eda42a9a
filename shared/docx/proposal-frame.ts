/**
 * The lines around a proposal that belong to no block: its marker and identifier ("MOD<TAB>ACP/22A12/1")
 * before its text, the source before everything. They are never tracked.
 */
import type { Node } from "prosemirror-model";
import { shownMarker } from "../model/marker";
import { readInlineMarker, readMarkerLine } from "../resolution/marker";
import type { BodyItem, FrameLine } from "./body-item";
import type { MergedItem, MergedParagraph } from "./merged-items";
import { proposalLook, sourceLook } from "./paragraph-look";
import { proposalsOf } from "./settled-proposals";

/** Adds the lines of the frame to a merged body; `markers` has one for each proposal of `doc`. */
export function framed(items: readonly MergedItem[], doc: Node, markers: readonly (string | null)[]): BodyItem[] {
  const body: BodyItem[] = [...sourceLine(doc)];
  const opening = openingLines(doc, markers);
  let opened = -1;
  items.forEach((item, index) => {
    const proposal = proposalOf(item) ?? nextProposal(items, index);
    while (proposal > opened) body.push(...opening[++opened]!);
    body.push(item);
  });
  return body;
}

/** The lines that each proposal opens with; none where the marker is null, because the line stands already. */
export function openingLines(doc: Node, markers: readonly (string | null)[]): FrameLine[][] {
  return proposalsOf(doc).map((proposal, index) => {
    const { attrs } = proposal;
    if (markers[index] === null || bearsItsMarker(proposal)) return [];
    const { word, isUnderlined } = shownMarker(markers[index] ?? "");
    const text = [word, attrs.identifier].filter(Boolean).join("\t");
    const underlined = isUnderlined ? { underlined: word.length } : {};
    return text === "" ? [] : [{ kind: "line", look: proposalLook, text, ...underlined }];
  });
}

/** True where the text itself says what is proposed: in its number line, or in a table of one row. */
function bearsItsMarker({ attrs, firstChild }: Node): boolean {
  if (attrs.marker === "" || !firstChild) return false;
  if (firstChild.type.name === "table") {
    const read = readMarkerLine(firstChild.firstChild!.children.map((cell) => cell.textContent.trim()).join("\t"));
    return read?.marker === attrs.marker && read?.identifier === attrs.identifier;
  }
  const line = firstChild.isTextblock ? firstChild : firstChild.firstChild;
  return attrs.identifier === "" && readInlineMarker(line?.textContent ?? "")?.marker === attrs.marker;
}

/** The line that names who proposes, unless the front matter says it. */
export function sourceLine(doc: Node): FrameLine[] {
  const source: string = proposalsOf(doc)[0]?.attrs.source ?? "";
  if (source === "") return [];
  let stands = false;
  doc.forEach((node) => {
    if (node.isTextblock && node.textContent === source) stands = true;
  });
  return stands ? [] : [{ kind: "line", look: sourceLook, text: source }];
}

/** The proposal of the current text that an item stands in, -1 for none; null for what the base alone has. */
function proposalOf(item: MergedItem): number | null {
  return firstParagraph(item, (paragraph) => paragraph.after !== null)?.after?.proposal ?? null;
}

/** What the base alone has stands with what follows it, but front matter before its proposal. */
function nextProposal(items: readonly MergedItem[], index: number): number {
  const item = items[index]!;
  const before = firstParagraph(item, () => true)?.before;
  if (!before || before.proposal < 0) return -1;
  for (let at = index + 1; at < items.length; at++) {
    const proposal = proposalOf(items[at]!);
    if (proposal !== null) return proposal;
  }
  return -1;
}

function firstParagraph(item: MergedItem, wanted: (paragraph: MergedParagraph) => boolean): MergedParagraph | null {
  if (item.kind === "paragraph") return wanted(item) ? item : null;
  for (const row of item.rows) {
    for (const inner of row.cells.flatMap((cell) => cell.items)) {
      const found = firstParagraph(inner, wanted);
      if (found) return found;
    }
  }
  return null;
}
