/**
 * A draft made ready to be laid beside another base that has the same texts. Two delegations propose on the same
 * texts in orders of their own, under names of their own: texts are recognised by their words, else by their numbers,
 * and both sides of the draft take the names and the order of the base. What is new stays behind what it follows.
 */
import { Fragment, type Node } from "prosemirror-model";
import { blocksOf, blockText } from "../schema/blocks";
import { comparedBase } from "./compared-base";
import { counterpartsOf } from "./counterparts";
import { redline } from "./redline";
import { renameTexts } from "./text-names";

interface Texts {
  base: Node;
  current: Node;
}

/** The draft with the names and the order of a base; as it is where that base has more texts or fewer. */
export function inOrderOf(base: Node, draft: Texts): Texts {
  const places = placesIn(base, draft.base);
  if (!places) return draft;
  const names = proposalsIn(base).map(({ attrs }) => attrs.baseId as string);
  const byOwnName = new Map(proposalsIn(draft.base).map(({ attrs }, at) => [attrs.baseId as string, places[at]!]));
  const counterparts = byOwnName.has("") ? counterpartsOf(redline(draft.base, draft.current)) : new Map();
  const byIndex = new Map([...counterparts].map(([before, after]) => [after, places[before]!]));
  const placeOf = (name: string, at: number) => (name === "" ? byIndex.get(at) : byOwnName.get(name));
  const nameOf = (place: number | undefined) => (place === undefined ? "" : (names[place] ?? ""));
  const placesOfCurrent = proposalsIn(draft.current).map(({ attrs }, at) => placeOf(attrs.baseId, at));
  // While they are put in order every text has a name, its place.
  const placed = renameTexts(draft.base, (_attrs, at) => String(places[at]));
  const ordered = comparedBase(
    placed,
    renameTexts(base, (_attrs, at) => String(at)),
  );
  return {
    base: renameTexts(ordered, ({ baseId }) => nameOf(Number(baseId))),
    current: inPlaces(
      renameTexts(draft.current, (_attrs, at) => nameOf(placesOfCurrent[at])),
      placesOfCurrent,
    ),
  };
}

/** For each text of a draft's base its place in another base; null where one has a text that the other has not. */
function placesIn(base: Node, own: Node): number[] | null {
  const [there, here] = [wordsOf(base), wordsOf(own)];
  if (there.length !== here.length) return null;
  const free = new Set(there.keys());
  const places: number[] = here.map(() => -1);
  for (const part of ["words", "number"] as const) {
    for (const [at, text] of here.entries()) {
      if (places[at] !== -1) continue;
      const place = [...free].find((each) => there[each]![part] === text[part]);
      if (place === undefined) continue;
      places[at] = place;
      free.delete(place);
    }
  }
  const [last] = free;
  // One text alone is another state of what is left, whatever its number says now.
  if (free.size === 1 && last !== undefined) places[places.indexOf(-1)] = last;
  return places.includes(-1) ? null : places;
}

function wordsOf(base: Node): { words: string; number: string }[] {
  const texts = proposalsIn(base).map(() => ({ words: "", number: "" }));
  for (const { node, proposal } of blocksOf(base)) {
    const text = texts[proposal];
    if (!text) continue;
    const words = blockText(node).replace(/\s+/gu, " ").trim();
    text.words += `${words}\n`;
    if (node.type.name === "resolutionNumber") text.number = words;
  }
  return texts;
}

/** The proposals in the order of their places, each with what follows it, and the notes in that of their references. */
function inPlaces(doc: Node, places: readonly (number | undefined)[]): Node {
  const groups: { place: number; nodes: Node[] }[] = [{ place: -1, nodes: [] }];
  let proposal = -1;
  for (const node of doc.children) {
    if (node.type.name === "footnotes") continue;
    const place = node.type.name === "proposal" ? places[++proposal] : undefined;
    if (place !== undefined) groups.push({ place, nodes: [] });
    groups.at(-1)!.nodes.push(node);
  }
  groups.sort((one, other) => one.place - other.place);
  const children = groups.flatMap(({ nodes }) => nodes);
  const notes = doc.lastChild?.type.name === "footnotes" ? doc.lastChild : null;
  if (!notes) return doc.copy(Fragment.from(children));
  const order = new Map<string, number>();
  const refer = (node: Node) => {
    if (node.type.name === "footnoteReference") order.set(node.attrs.note, order.size);
  };
  for (const child of children) child.descendants(refer);
  const rank = ({ attrs }: Node) => order.get(attrs.note) ?? order.size;
  const sorted = [...notes.children].sort((one, other) => rank(one) - rank(other));
  return doc.copy(Fragment.from([...children, notes.copy(Fragment.from(sorted))]));
}

function proposalsIn(doc: Node): Node[] {
  return doc.children.filter(({ type }) => type.name === "proposal");
}
