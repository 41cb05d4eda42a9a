/**
 * Alternatives in square brackets, each held by who proposes it: the words on which the drafts differ where a
 * provision is changed in places, the whole provision where one adds, suppresses or reshapes it. What only
 * one draft changes, or all alike, is no alternative and stands without brackets.
 */
import { Fragment, type Node } from "prosemirror-model";
import { bracketSigns } from "../model/square-brackets";
import { type BlockEdit, contentKey, editsOf, goTogether, makeEdits } from "./block-edits";
import type { CompiledOption, CompiledRow } from "./compilation-types";

interface Alternative {
  sources: string[];
  content: Fragment;
}

/** The block in which the alternatives of a row stand; null where nothing is proposed. */
export function bracketed({ base, options }: CompiledRow): Node | null {
  const block = base?.node ?? options[0]?.provision.after?.node;
  if (!block) return null;
  const whole = !base || options.some(({ provision: { after } }) => !after || after.node.type !== block.type);
  if (!whole) return withContent(block, bracketedWords(block, options));
  const alternatives = options.map(({ sources, provision: { after } }) => ({
    sources,
    // The verb is the same in all languages of the Union.
    content: after?.node.content ?? Fragment.from(block.type.schema.text("SUP")),
  }));
  const kept = base && options.length === 1 ? [{ sources: [], content: block.content }] : [];
  return withContent(block, told([...kept, ...alternatives], block));
}

function withContent(block: Node, content: Fragment): Node {
  return block.type.create(block.attrs, content, block.marks);
}

function bracketedWords(base: Node, options: readonly CompiledOption[]): Fragment {
  const clusters = clustersOf(options.map(({ sources, provision }) => ({ sources, edits: editsOf(provision) })));
  let made = Fragment.empty;
  let at = 0;
  for (const { from, to, proposals } of clusters) {
    made = made.append(base.content.cut(at, from));
    const alternatives = alternativesOf(base, from, to, proposals);
    const [only] = alternatives;
    const open = options.length === 1 ? [{ sources: [], content: base.content.cut(from, to) }] : [];
    if (only && alternatives.length + open.length === 1) made = made.append(only.content);
    else made = made.append(told([...open, ...alternatives], base));
    at = to;
  }
  return made.append(base.content.cut(at, base.content.size));
}

interface Cluster {
  from: number;
  to: number;
  proposals: { sources: string[]; edits: BlockEdit[] }[];
}

/** Stretches of the base in which edits stand against each other, or one edit alone. */
function clustersOf(proposals: readonly { sources: string[]; edits: BlockEdit[] }[]): Cluster[] {
  const all = proposals.flatMap(({ sources, edits }) => edits.map((edit) => ({ sources, edits: [edit], edit })));
  all.sort((one, other) => one.edit.from - other.edit.from || one.edit.to - other.edit.to);
  const clusters: Cluster[] = [];
  for (const { sources, edits, edit } of all) {
    const last = clusters.at(-1);
    const meets = last?.proposals.some((each) =>
      each.edits.some((other) => !goTogether([other], edits) || other.key === edit.key),
    );
    if (!last || (!meets && edit.from >= last.to)) {
      clusters.push({ from: edit.from, to: edit.to, proposals: [{ sources, edits: [...edits] }] });
      continue;
    }
    last.to = Math.max(last.to, edit.to);
    const own = last.proposals.find((each) => each.sources === sources);
    if (own) own.edits.push(...edits);
    else last.proposals.push({ sources, edits: [...edits] });
  }
  return clusters;
}

function alternativesOf(base: Node, from: number, to: number, proposals: Cluster["proposals"]): Alternative[] {
  const alternatives = new Map<string, Alternative>();
  for (const { sources, edits } of proposals) {
    const moved = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
    const content = makeEdits(base.cut(from, to), moved);
    const known = alternatives.get(contentKey(content));
    if (known) known.sources.push(...sources);
    else alternatives.set(contentKey(content), { sources: [...sources], content });
  }
  return [...alternatives.values()];
}

/** `[one / other]`, each sign with who holds what it opens. */
function told(alternatives: readonly Alternative[], { type }: Node): Fragment {
  const { schema } = type;
  const held = (sign: string, sources: readonly string[]) =>
    schema.text(sign, sources.length > 0 ? [schema.mark("held", { by: sources.join(", ") })] : []);
  const [before, stroke, after] = bracketSigns.typed.alternative.split(/(\S+)/u) as [string, string, string];
  const parts = alternatives.flatMap(({ sources, content }, index) => {
    const opening = index === 0 ? [held(bracketSigns.typed.open, sources)] : [];
    const between = index > 0 ? [schema.text(before), held(stroke, sources), schema.text(after)] : [];
    return [...opening, ...between, ...content.content];
  });
  return Fragment.fromArray([...parts, schema.text(bracketSigns.typed.close)]);
}
