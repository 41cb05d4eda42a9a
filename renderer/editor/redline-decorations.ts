/**
 * Draws the redline. The redline plugin names the blocks whose marks an edit changed; only those are drawn
 * again, all others keep their decorations, moved along with the text. Struck blocks are put again only
 * when one came, went or changed place.
 */
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { type Decoration, DecorationSet } from "prosemirror-view";
import { attributionOf } from "../../shared/editing/attribution";
import { type RedlineState, redlineKey } from "../../shared/editing/redline-plugin";
import { provisionOfBlock, struckOf } from "../../shared/redline/live";
import type { Provision } from "../../shared/redline/redline-types";
import { type MarkSpec, marksOf, struckBlock, type WhoMade } from "./redline-marks";

interface Drawn {
  marks: DecorationSet;
  struck: DecorationSet;
}

const decorationsKey = new PluginKey<Drawn>("redlineDecorations");

/** The plugin that shows what `redlinePlugin` knows. */
export function redlineDecorations(): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key: decorationsKey,
    state: {
      init: (_, state) => drawAll(state),
      apply: (tr, drawn, _before, after) => follow(tr, drawn, after),
    },
    props: {
      decorations: (state) => decorationsKey.getState(state)!.marks,
    },
  });
}

/** The struck blocks, as a second plugin: they must not be drawn again when a mark changes. */
export function struckDecorations(): Plugin {
  return new Plugin({
    props: {
      decorations: (state) => decorationsKey.getState(state)!.struck,
    },
  });
}

function drawAll(state: EditorState): Drawn {
  const redline = redlineKey.getState(state);
  if (!redline) return { marks: DecorationSet.empty, struck: DecorationSet.empty };
  const marks: Decoration[] = [];
  state.doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    marks.push(...marksAt(redline, node, pos));
    return false;
  });
  return { marks: DecorationSet.create(state.doc, marks), struck: drawStruck(redline, state.doc) };
}

function follow(tr: Transaction, drawn: Drawn, state: EditorState): Drawn {
  const redline = redlineKey.getState(state);
  if (!redline) return drawn;
  const { live } = redline;
  let { marks, struck } = drawn;
  const isTold = tr.getMeta(redlineKey) !== undefined;
  if (!tr.docChanged && !isTold) return drawn;
  const redrawn = new Set(live.touched);
  let isStruckLost = false;
  if (tr.docChanged) {
    // A block that was put elsewhere as it is loses its marks on the way.
    marks = marks.map(tr.mapping, tr.doc, { onRemove: ({ block }: MarkSpec) => redrawn.add(block) });
    // A new label replaces the border that a struck block stands at.
    const onRemove = () => {
      isStruckLost = true;
    };
    struck = struck.map(tr.mapping, tr.doc, { onRemove });
  }
  if (redrawn.size > 0) marks = drawAgain(marks, redline, state.doc, [...redrawn]);
  // What stood beside a block that was put elsewhere follows it when the redline is exact again.
  if (live.struckChanged || isStruckLost || isTold) struck = drawStruck(redline, state.doc);
  return { marks, struck };
}

function drawAgain(marks: DecorationSet, redline: RedlineState, doc: Node, blocks: readonly string[]): DecorationSet {
  const old: Decoration[] = [];
  const fresh: Decoration[] = [];
  // In the order of the text: a set drops, in silence, the marks of a block that is added behind a later one.
  for (const { node, pos } of blocksById(doc, redline, blocks).sort((one, other) => one.pos - other.pos)) {
    const end = pos + node.nodeSize;
    // By place, not by id: a block may have been drawn before it was given the id it has now. A mark that a split drew
    // out over two blocks belongs to neither.
    old.push(...marks.find(pos, end).filter(({ from, to }) => from < end && to > pos));
    fresh.push(...marksAt(redline, node, pos));
  }
  return marks.remove(old).add(doc, fresh);
}

function marksAt(redline: RedlineState, node: Node, pos: number): Decoration[] {
  const provision = provisionOfBlock(redline.live, node.attrs.id);
  return provision ? marksOf(node, pos, provision, whoMade(redline, provision)) : [];
}

function drawStruck(redline: RedlineState, doc: Node): DecorationSet {
  const entries = struckOf(redline.live);
  if (entries.length === 0) return DecorationSet.empty;
  const anchors = entries.flatMap(({ anchor }) => (anchor === null ? [] : [anchor]));
  const places = new Map(blocksById(doc, redline, anchors).map(({ node, pos }) => [node.attrs.id, { node, pos }]));
  const widgets = entries.map(({ provision, anchor, side }) => {
    const place = places.get(anchor);
    const [start, end] = place ? [place.pos, place.pos + place.node.nodeSize] : [0, doc.content.size];
    return struckBlock(provision, side === "after" ? end : start, side, whoMade(redline, provision));
  });
  return DecorationSet.create(doc, widgets);
}

function whoMade({ attribution }: RedlineState, provision: Provision): WhoMade {
  return (segment) => attributionOf(attribution, provision, segment);
}

/** The blocks with these ids: where the redline says they are when that is still true, else by a walk. */
function blocksById(doc: Node, { live }: RedlineState, ids: readonly string[]): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  const missing = new Set<string>();
  for (const id of ids) {
    const pos = provisionOfBlock(live, id)?.after?.pos;
    const node = pos === undefined || pos >= doc.content.size ? null : doc.nodeAt(pos);
    if (node?.isTextblock && node.attrs.id === id) found.push({ node, pos: pos! });
    else missing.add(id);
  }
  if (missing.size === 0) return found;
  doc.descendants((node, pos) => {
    if (node.isTextblock && missing.has(node.attrs.id)) found.push({ node, pos });
    return !node.isTextblock;
  });
  return found;
}
