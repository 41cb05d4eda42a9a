/**
 * The base that a contribution is compared with. Many proposals change many texts, so the locked base of a draft is
 * a shelf: each of its proposals is one text with a name, and a proposal of the current text names the one it
 * changes. Compared are the texts that are named, in the order of the proposals; what is not proposed on is not
 * suppressed, and a proposal that moves up takes its base along. A base without names is compared as it stands.
 */
import { Fragment, type Node } from "prosemirror-model";
import { schema } from "../schema/schema";

/** What was put together for a base, by the names; null for a base without names. */
const known = new WeakMap<Node, Map<string, Node> | null>();

/** The base for this current text: a pure function of both, the same node for the same proposals. */
export function comparedBase(base: Node, current: Node): Node {
  let made = known.get(base);
  if (made === undefined) {
    made = base.children.some(({ attrs }) => attrs.baseId) ? new Map() : null;
    known.set(base, made);
  }
  if (!made) return base;
  const named = current.children.map(({ attrs }) => attrs.baseId as string | undefined).filter(Boolean) as string[];
  const key = named.join(" ");
  let compared = made.get(key);
  if (!compared) {
    compared = assemble(base, [...new Set(named)]);
    made.set(key, compared);
  }
  return compared;
}

/** Each named text with what follows it outside of proposals; before them, the front matter. */
function assemble(base: Node, named: readonly string[]): Node {
  const texts = new Map<string, Node[]>();
  const children: Node[] = [];
  let group = children;
  base.forEach((node) => {
    if (node.type.name === "footnotes") return;
    if (node.type.name === "proposal") {
      group = [];
      texts.set(node.attrs.baseId, group);
    }
    group.push(node);
  });
  for (const name of named) children.push(...(texts.get(name) ?? []));
  // A text without any block is an empty proposal, so that the root admits it.
  if (children.length === 0) children.push(schema.node("proposal"));
  const notes = notesOf(base, children);
  return base.copy(Fragment.from([...children, ...(notes.length > 0 ? [schema.node("footnotes", null, notes)] : [])]));
}

/** The notes that the texts refer to, text by text, as the notes of the current text follow one another. */
function notesOf(base: Node, children: readonly Node[]): Node[] {
  const last = base.lastChild;
  if (last?.type.name !== "footnotes") return [];
  const notes = new Set<Node>();
  const take = (from: readonly Node[]) => {
    const referred = referredIn(from);
    for (const note of last.children) if (referred.has(note.attrs.note)) notes.add(note);
  };
  for (const child of children) take([child]);
  take([...notes]);
  return [...notes];
}

function referredIn(nodes: readonly Node[]): Set<string> {
  const referred = new Set<string>();
  for (const child of nodes) {
    child.descendants((node) => {
      if (node.type.name === "footnoteReference") referred.add(node.attrs.note);
    });
  }
  return referred;
}
