/**
 * Unagreed text as objects: the pairs of square brackets in a document, over as many provisions as they hold, nested,
 * each with its alternatives and with who holds them. The brackets themselves are ordinary characters of the text;
 * only the holders are kept beside them, as a mark on the sign that opens an alternative, so that they travel with it.
 * A bracket pairs inside its proposal, or beside all proposals. Reading is remembered with each block.
 */
import type { Fragment, Node } from "prosemirror-model";
import { bracketSigns, isOtherUse } from "../model/square-brackets";

/** A character of the text. */
export interface SignPlace {
  /** Id of the block, and the offset in its content. */
  block: string;
  offset: number;
  /** Position in the document. */
  pos: number;
  sign: string;
}

export interface Alternative {
  /** Positions of its text, without the spaces around it. */
  from: number;
  to: number;
  text: string;
  /** The sign that opens it, which carries its holders. */
  sign: SignPlace;
  /** Who wants it, as typed; empty when nobody was named. */
  holders: string;
}

export interface BracketPair {
  open: SignPlace;
  close: SignPlace;
  /** 0 for an outermost pair. */
  depth: number;
  /** One when nothing but the text itself is proposed. */
  alternatives: Alternative[];
}

export interface Brackets {
  /** In the order of their opening brackets. */
  pairs: BracketPair[];
  /** Brackets without a partner. */
  unpaired: SignPlace[];
}

type Kind = "open" | "close" | "alternative";
interface Sign {
  kind: Kind;
  offset: number;
  sign: string;
}
interface Waiting {
  open: SignPlace;
  strokes: SignPlace[];
}

const known = new WeakMap<Node, Brackets>();
const signsOfBlocks = new WeakMap<Node, readonly Sign[]>();

/** The brackets of a document. */
export function bracketsOf(doc: Node): Brackets {
  let found = known.get(doc);
  if (!found) {
    found = read(doc);
    known.set(doc, found);
  }
  return found;
}

/** The innermost pair around a range; a caret at the outer edge of a bracket counts. */
export function pairAround(doc: Node, from: number, to = from): BracketPair | null {
  const around = bracketsOf(doc).pairs.filter(({ open, close }) => open.pos <= from && to <= close.pos + 1);
  return around.sort((a, b) => b.open.pos - a.open.pos)[0] ?? null;
}

/** Content without what is kept beside the text; what was typed and how it looks stays. */
export function withoutHolders(content: Fragment): Fragment {
  const { held } = content.firstChild?.type.schema.marks ?? {};
  if (!held || !content.content.some(({ marks }) => held.isInSet(marks))) return content;
  return content.content.reduce(
    (joined, node) => joined.append(content.cut(0, 0).addToEnd(node.mark(held.removeFromSet(node.marks)))),
    content.cut(0, 0),
  );
}

function read(doc: Node): Brackets {
  const pairs: BracketPair[] = [];
  const unpaired: SignPlace[] = [];
  const frame: Waiting[] = [];
  doc.forEach((child, offset) => {
    if (child.type.name !== "proposal") return readInto(child, offset, frame);
    const waiting: Waiting[] = [];
    readInto(child, offset, waiting);
    unpaired.push(...waiting.map(({ open }) => open));
  });
  unpaired.push(...frame.map(({ open }) => open));
  pairs.sort((a, b) => a.open.pos - b.open.pos);
  unpaired.sort((a, b) => a.pos - b.pos);
  return { pairs, unpaired };

  function readInto(node: Node, pos: number, waiting: Waiting[]): void {
    if (!node.isTextblock) {
      node.forEach((child, offset) => readInto(child, pos + 1 + offset, waiting));
      return;
    }
    for (const { kind, offset, sign } of signsIn(node)) {
      const place = { block: node.attrs.id as string, offset, pos: pos + 1 + offset, sign };
      if (kind === "open") waiting.push({ open: place, strokes: [] });
      else if (kind === "alternative") waiting.at(-1)?.strokes.push(place);
      else {
        const opened = waiting.pop();
        if (opened) pairs.push(pairOf(doc, opened, place, waiting.length));
        else unpaired.push(place);
      }
    }
  }
}

function pairOf(doc: Node, { open, strokes }: Waiting, close: SignPlace, depth: number): BracketPair {
  const signs = [open, ...strokes];
  const alternatives = signs.map((sign, index): Alternative => {
    const [start, end] = [sign.pos + 1, signs[index + 1]?.pos ?? close.pos];
    // One character for every position, so that spaces can be counted.
    const raw = doc.textBetween(start, end, undefined, "\uFFFC");
    const isWithin = doc.resolve(start).sameParent(doc.resolve(end));
    const from = isWithin ? start + raw.length - raw.trimStart().length : start;
    const to = isWithin ? Math.max(from, end - raw.length + raw.trimEnd().length) : end;
    const text = doc.textBetween(start, end, " ", "").replace(/\s+/gu, " ").trim();
    return { from, to, text, sign, holders: holdersAt(doc, sign.pos) };
  });
  return { open, close, depth, alternatives };
}

function holdersAt(doc: Node, pos: number): string {
  const mark = doc.nodeAt(pos)?.marks.find(({ type }) => type.name === "held");
  return mark ? String(mark.attrs.by) : "";
}

/** The signs of a block; brackets of another use, with what stands in them, are left out. */
function signsIn(node: Node): readonly Sign[] {
  let signs = signsOfBlocks.get(node);
  if (!signs) {
    const text = node.textBetween(0, node.content.size, undefined, "\uFFFC");
    signs = /[[\]［］]/u.test(text) || signless(text) ? signsOf(text, node.type.name === "resolutionNumber") : [];
    signsOfBlocks.set(node, signs);
  }
  return signs;
}

/** A stroke alone may part the alternatives of a bracket that another provision opens. */
function signless(text: string): boolean {
  return [...text.matchAll(bracketSigns.alternative)].length > 0;
}

function signsOf(text: string, isNumber: boolean): Sign[] {
  const signs: Sign[] = [];
  for (const [offset, sign] of Array.from(text.split("").entries())) {
    if (bracketSigns.open.includes(sign)) signs.push({ kind: "open", offset, sign });
    else if (bracketSigns.close.includes(sign)) {
      const open = signs.at(-1)?.kind === "open" ? signs.at(-1) : undefined;
      const inside = open && text.slice(open.offset + 1, offset);
      if (open && inside !== undefined && (isNumber || isOtherUse(inside, text.slice(0, open.offset)))) signs.pop();
      else signs.push({ kind: "close", offset, sign });
    }
  }
  for (const { index, 0: sign } of text.matchAll(bracketSigns.alternative)) {
    signs.push({ kind: "alternative", offset: index, sign });
  }
  return signs.sort((a, b) => a.offset - b.offset);
}
