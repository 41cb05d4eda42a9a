/**
 * Where comments stand in a file that is written (ISO/IEC 29500-1 §17.13.4): the start and the end of the words that each is
 * about, the end with its reference. A comment stands where it stands in the current text, and in the base when its words
 * are gone from there; one whose words are in neither stands at the start of the text, so that none is lost. Every end
 * is written once.
 */
import type { Node } from "prosemirror-model";
import type { CommentPoint, CommentRange, DocumentComment } from "../model/comment";
import { type Block, blocksOf } from "../schema/blocks";
import { element, type XmlElement } from "../xml/element";
import type { Piece } from "./run-writer";

export type CommentEnd = "start" | "end";
type Place = "before" | "after";

export interface Anchor {
  /** The number of the comment in the file. */
  number: string;
  end: CommentEnd;
  offset: number;
  /** Both ends stand here: a point. */
  point: boolean;
}

export class CommentAnchors {
  private readonly anchors: Record<Place, Map<string, Anchor[]>> = { before: new Map(), after: new Map() };
  private readonly done = new Set<string>();
  private readonly written: ReadonlySet<string>;

  constructor(
    comments: readonly DocumentComment[],
    base: Node,
    current: Node,
    numbers: ReadonlyMap<string, string>,
    /** Id of the style of comment references, when there is one. */
    private readonly referenceStyle: string | null,
    /** The comments that the file has, by id. */
    inFile: ReadonlySet<string> = new Set(),
  ) {
    this.written = new Set(numbers.values());
    if (comments.length === 0) return;
    const bodies = { before: new Body(base), after: new Body(current) };
    const first = blocksOf(current)[0]?.node.attrs.id as string | undefined;
    for (const { id, current: present, base: former } of comments) {
      const number = numbers.get(id);
      // In the file's own notes a comment stays where it stands: Word lets nobody make one there.
      const range = present ?? former;
      if (number === undefined || (inFile.has(id) && range && bodies[present ? "after" : "before"].isNote(range)))
        continue;
      const [after, before] = [bodies.after.find(present), bodies.before.find(former)];
      if (after) this.place(number, after, "after");
      else if (before) this.place(number, before, "before");
      else if (first !== undefined) this.place(number, pointAt(first, 0), "after");
    }
  }

  /** The ends that stand in a block, in the order of the text. */
  of(block: Block | null, place: Place): readonly Anchor[] {
    return (block && this.anchors[place].get(block.node.attrs.id)) ?? [];
  }

  /** Says that an end is in the file already. */
  leave(number: string, end: CommentEnd): void {
    this.done.add(`${number} ${end}`);
  }

  /** True for a comment that is written at all. */
  isWritten(number: string): boolean {
    return this.written.has(number);
  }

  /** The elements of an end; nothing when it was written before. */
  take({ number, end }: Pick<Anchor, "number" | "end">): Piece[] {
    const key = `${number} ${end}`;
    if (this.done.has(key)) return [];
    this.done.add(key);
    return [{ revision: null, look: {}, content: { kind: "object", elements: this.elements(number, end), text: "" } }];
  }

  private elements(number: string, end: CommentEnd): XmlElement[] {
    if (end === "start") return [element("w:commentRangeStart", { "w:id": number })];
    const style = this.referenceStyle
      ? [element("w:rPr", {}, [element("w:rStyle", { "w:val": this.referenceStyle })])]
      : [];
    const reference = element("w:r", {}, [...style, element("w:commentReference", { "w:id": number })]);
    return [element("w:commentRangeEnd", { "w:id": number }), reference];
  }

  private place(number: string, { from, to }: CommentRange, place: Place): void {
    const point = from.block === to.block && from.offset === to.offset;
    this.add(from, { number, end: "start", offset: from.offset, point }, place);
    this.add(to, { number, end: "end", offset: to.offset, point }, place);
  }

  private add({ block }: CommentPoint, anchor: Anchor, place: Place): void {
    const known = this.anchors[place].get(block) ?? [];
    this.anchors[place].set(block, [...known, anchor]);
  }
}

/** The blocks of a text that may hold a comment. */
class Body {
  private readonly blocks = new Set<string>();
  /** By the id of a block of a note: where the text refers to the note. */
  private readonly notes = new Map<string, CommentRange | null>();

  constructor(doc: Node) {
    const references = new Map<string, CommentRange>();
    for (const { node, containers } of blocksOf(doc)) {
      const id: string = node.attrs.id;
      if (containers.includes("footnotes")) {
        this.notes.set(id, references.get(node.attrs.note) ?? null);
        continue;
      }
      this.blocks.add(id);
      node.forEach((leaf, offset) => {
        if (leaf.type.name === "footnoteReference") references.set(leaf.attrs.note, pointAt(id, offset));
      });
    }
  }

  isNote({ from }: CommentRange): boolean {
    return this.notes.has(from.block);
  }

  /** The range if the text has it; of words in a note the place that refers to it. */
  find(range: CommentRange | null): CommentRange | null {
    if (!range) return null;
    if (this.blocks.has(range.from.block) && this.blocks.has(range.to.block)) return range;
    return this.notes.get(range.from.block) ?? null;
  }
}

function pointAt(block: string, offset: number): CommentRange {
  return { from: { block, offset }, to: { block, offset } };
}
