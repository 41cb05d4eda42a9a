/**
 * The two texts of a Word file as documents, block by block under the keys of its paragraphs, tables and rows: what
 * tells whether a block of a draft still says what the file says, and where what it says has gone. A file without
 * tracked changes has one text, and a draft made of it knows that text already.
 */
import type { Node } from "prosemirror-model";
import type { Language } from "../model/document";
import { diffBlock } from "../redline/block-diff";
import { recognise } from "../resolution/recognise";
import { type Result, success } from "../result";
import { type Block, blocksOf, blockText } from "../schema/blocks";
import { withoutHolders } from "../schema/brackets";
import { modelToDoc } from "../schema/model-to-doc";
import type { Side } from "./records";
import { type WordFile, wordToSource } from "./word-file";

export interface FileText {
  /** Text blocks by slice. */
  blocks: ReadonlyMap<string, Block>;
  /** Tables and rows by slice. */
  nodes: ReadonlyMap<string, Node>;
  /** What blocks say that no paragraph of the file stands for alone, such as the one of an empty document. */
  loose: ReadonlySet<string>;
}

export type FileTexts = Readonly<Record<Side, FileText>>;

/** The texts of a file; `base` is what a draft knows as the text of a file without tracked changes. */
export function fileTexts(file: WordFile, base: Node): Result<FileTexts> {
  if (!isTracked(file)) {
    const text = fileText(base);
    return success({ accept: text, reject: text });
  }
  const language: Language = base.attrs.language;
  const accept = recognise(wordToSource(file, "accept"), { language });
  if (!accept.ok) return accept;
  const reject = recognise(wordToSource(file, "reject"), { language });
  if (!reject.ok) return reject;
  return success({ accept: fileText(modelToDoc(accept.value)), reject: fileText(modelToDoc(reject.value)) });
}

/** True for a file with tracked changes of its own. */
function isTracked(file: WordFile): boolean {
  return file.sides.accept !== file.sides.reject;
}

/**
 * The side on which a file was settled before it became a draft: the base is its accepted text, or nothing of what it
 * inserted stands in the current one and nothing that it deleted is gone. Null where its changes still stand.
 */
export function settledSide({ accept, reject }: FileTexts, base: Node, current: Node): Side | null {
  const keys = new Set([...accept.blocks.keys(), ...reject.blocks.keys()]);
  const same = (a: Block | undefined, b: Block | undefined) => (a && b ? saysTheSame(a.node, b.node) : a === b);
  const changed = [...keys].filter((key) => !same(accept.blocks.get(key), reject.blocks.get(key)));
  if (changed.length === 0) return null;
  const [before, after] = [fileText(base).blocks, fileText(current).blocks];
  if (changed.every((key) => same(before.get(key), accept.blocks.get(key)))) return "accept";
  return changed.every((key) => same(after.get(key), reject.blocks.get(key))) ? "reject" : null;
}

function fileText(doc: Node): FileText {
  const nodes = new Map<string, Node>();
  doc.descendants((node) => {
    if (node.isTextblock) return false;
    if (node.type.name === "table" || node.type.name === "table_row") nodes.set(node.attrs.slice ?? "", node);
    return true;
  });
  const all = blocksOf(doc);
  const loose = new Set(all.flatMap(({ node }) => (node.attrs.slice === null ? [blockText(node)] : [])));
  return { loose, blocks: new Map(all.map((block) => [block.node.attrs.slice ?? "", block])), nodes };
}

/** True when two blocks, tables or rows say the same and were read from the same places. */
export function saysTheSame(a: Node, b: Node): boolean {
  if (a === b) return true;
  if (a.type !== b.type || a.childCount !== b.childCount) return false;
  const alike = (...names: string[]) => names.every((name) => a.attrs[name] === b.attrs[name]);
  if (a.isTextblock) {
    return (
      alike("slice", "label", "separator", "level", "role") && withoutHolders(a.content).eq(withoutHolders(b.content))
    );
  }
  if (!alike("slice", "colspan", "rowspan")) return false;
  return a.children.every((child, index) => saysTheSame(child, b.child(index)));
}

/** A stretch of a text that another version of it still has. */
export interface Surviving {
  from: number;
  to: number;
  /** What has to be added to an offset of the file's block to find it in the other one. */
  shift: number;
}

/** Where the content of a block as the file has it lies in the block of a draft. */
export function survivors(inFile: Node, inDraft: Node): Surviving[] {
  if (inFile.content.eq(inDraft.content)) return [{ from: 0, to: inFile.content.size, shift: 0 }];
  return diffBlock(inFile, inDraft, "en").flatMap(({ op, fromA, toA, fromB }) =>
    op === "=" ? [{ from: fromA, to: toA, shift: fromB - fromA }] : [],
  );
}
