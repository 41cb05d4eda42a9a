/**
 * Moves a draft from its base to another text of the same resolution: what the new base changed and what the
 * draft changes are compared with the old base, provision by provision. What goes together is put together;
 * where both changed the same words the draft's wording stands until somebody settles it, and every such
 * place is told. A change that the new base has already is no longer one.
 */
import type { Node } from "prosemirror-model";
import type { CommentRange, DocumentComment } from "../model/comment";
import { assemble } from "../redline/assemble";
import type { Compilation, CompiledRow } from "../redline/compilation-types";
import { compile } from "../redline/compile";
import { layBeside, withNotesOfBase } from "../redline/lay-beside";
import { redline } from "../redline/redline";
import { isChange, type Redline } from "../redline/redline-types";
import { type Block, blockText } from "../schema/blocks";
import type { AttributionRecord, AttributionState } from "./attribution";
import { followLabels } from "./follow-labels";
import type { LabelPolicy } from "./label-policy";
import { remadeAttribution } from "./remade-attribution";

export interface Rebasing {
  base: Node;
  current: Node;
  newBase: Node;
  policy: LabelPolicy;
  attribution: AttributionState;
  comments: readonly DocumentComment[];
}

/** A provision that the new base and the draft both changed, not in the same way. */
export interface RebaseConflict {
  key: string;
  /** Where a person looks for it. */
  path: string[];
  /** Label and text in the old base, in the new one and in the draft; null where it has no such provision. */
  before: string | null;
  inNewBase: string | null;
  inDraft: string | null;
}

export interface Rebased {
  base: Node;
  current: Node;
  attribution: AttributionRecord;
  /** The comments on the draft, where their blocks stand now. */
  comments: DocumentComment[];
  conflicts: RebaseConflict[];
  /** How many changes of the draft go on, and how many the new base has already. */
  carried: number;
  adopted: number;
}

const newer = "new";
const draft = "draft";

/** Rebases; `yields` names the conflicts in which the new base's wording stands. */
export function rebase(rebasing: Rebasing, yields: ReadonlySet<string> = new Set()): Rebased {
  const { base, newBase, policy, attribution } = rebasing;
  const laid = layBeside(base, newer, newBase, "rebase");
  const former = redline(base, rebasing.current);
  const own = withNotesOfBase(base, draft, rebasing.current, former);
  const { current } = own;
  const compilation = compile(base, [laid, own]);
  const conflicting = compilation.rows.filter(isConflict);
  const made = assemble(compilation, {
    frame: draft,
    decide(row) {
      if (!isConflict(row)) return row.options;
      return optionsOf(row, yields.has(row.key) ? newer : draft);
    },
  });
  const text = followLabels(made, laid.current, [laid.current, current], policy);
  const marks = redline(laid.current, text);
  const record = remadeAttribution(attribution, former, { base: laid.current, current: text, redline: marks });
  const named = renameTo(laid.current, newBase, text);
  const options = compilation.rows.flatMap((row) => row.options);
  return {
    base: newBase,
    current: named.text,
    attribution: { ...record, blocks: renamedBlocks(record.blocks, named.nameOf) },
    comments: rebasing.comments.map((comment) => ({
      ...comment,
      base: placed(comment.base, named.nameOf),
      current: placed(comment.current, named.nameOf),
    })),
    conflicts: conflicting.map(told),
    carried: countChanges(marks),
    adopted: options.filter(({ sources }) => sources.length === 2).length,
  };
}

function isConflict({ agreement, options }: CompiledRow): boolean {
  return agreement === "conflict" && options.some(({ provision }) => provision.status !== "frame");
}

function optionsOf({ options }: CompiledRow, source: string): Compilation["rows"][number]["options"] {
  return options.filter(({ sources }) => sources.includes(source));
}

function told(row: CompiledRow): RebaseConflict {
  const [ofNew] = optionsOf(row, newer);
  const [ofDraft] = optionsOf(row, draft);
  const block = row.base ?? ofDraft?.provision.after ?? ofNew?.provision.after;
  const textOf = (one: Block | null | undefined) => (one ? blockText(one.node) : null);
  return {
    key: row.key,
    path: block?.path ?? [],
    before: textOf(row.base),
    inNewBase: textOf(ofNew?.provision.after),
    inDraft: textOf(ofDraft?.provision.after),
  };
}

function countChanges({ provisions }: Redline): number {
  return provisions.filter(({ status }) => isChange(status)).length;
}

function renamedBlocks(blocks: AttributionRecord["blocks"], nameOf: (id: string) => string | null) {
  return Object.fromEntries(Object.entries(blocks).map(([id, by]) => [nameOf(id) ?? id, by]));
}

/** A comment whose block is gone has no place there. */
function placed(range: CommentRange | null, nameOf: (id: string) => string | null): CommentRange | null {
  const [from, to] = [range && nameOf(range.from.block), range && nameOf(range.to.block)];
  return range && from && to ? { from: { ...range.from, block: from }, to: { ...range.to, block: to } } : null;
}

/** Gives the blocks of a text the ids and slices that the new base has in its own file. */
function renameTo(laid: Node, newBase: Node, text: Node): { text: Node; nameOf(id: string): string | null } {
  const [from, to] = [namedNodes(laid), namedNodes(newBase)];
  const names = new Map(from.map((node, index) => [node.attrs.id as string, (to[index] as Node).attrs]));
  const taken = new Set(to.map(({ attrs }) => attrs.id as string));
  let serial = 0;
  const fresh = () => {
    do serial++;
    while (taken.has(`n${serial}`));
    return { id: `n${serial}`, slice: null };
  };
  const notes = new Map(from.map((node, index) => [node.attrs.note, (to[index] as Node).attrs.note]));
  const noteOf = (attrs: Node["attrs"]) => ("note" in attrs ? { note: notes.get(attrs.note) ?? attrs.note } : {});
  const given = new Map<string, { id: string; slice: string | null }>();
  const newName = (id: string) => {
    // A cell that a mixed row lacked has no name yet.
    if (id === "") return fresh();
    let name = given.get(id);
    if (!name) {
      const own = names.get(id);
      name = own ? { id: own.id, slice: own.slice } : fresh();
      given.set(id, name);
    }
    return name;
  };
  // A block of the base that the text no longer has may still have its place in the new base.
  return { text: renamed(text), nameOf: (id) => given.get(id)?.id ?? names.get(id)?.id ?? null };

  function renamed(node: Node): Node {
    if (node.isText) return node;
    const attrs = { ...node.attrs, ...noteOf(node.attrs), ...(isNamed(node) ? newName(node.attrs.id) : {}) };
    return node.type.create(attrs, node.children.map(renamed), node.marks);
  }
}

/** Blocks, tables, rows and proposals carry an id and a place in their file. */
function isNamed(node: Node): boolean {
  return "id" in node.attrs && "slice" in node.attrs;
}

function namedNodes(doc: Node): Node[] {
  const found: Node[] = [];
  doc.descendants((node) => {
    if (isNamed(node)) found.push(node);
    return !node.isTextblock;
  });
  return found;
}
