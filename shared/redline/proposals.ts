/**
 * What is asked of drafts before they are compiled into one document. Each gets a name that no other has: the
 * source that its proposal names, or else its file. And all must have one base: these questions compare bases by
 * what they say, never by their ids, since one may have been read from a text and another from a Word file.
 */
import type { Node } from "prosemirror-model";
import { blocksOf, blockText } from "../schema/blocks";

/** The source that a draft's proposal names; empty when it names none. */
export function namedSource(current: Node): string {
  let source = "";
  current.forEach((node) => {
    if (node.type.name === "proposal") source ||= node.attrs.source;
  });
  return source;
}

/** What a draft is called: its source, else its file without the ending, with a number where that is taken. */
export function sourceName(current: Node, fileName: string, taken: readonly string[]): string {
  const name = namedSource(current) || fileName.replace(/\.[^.]+$/, "");
  let own = name;
  for (let count = 2; taken.includes(own); count++) own = `${name} (${count})`;
  return own;
}

/**
 * The texts that only one of two bases has, by their numbers. A contribution changes several texts; what it says
 * about one that the other does not speak of has nothing to stand beside. Bases of one text each are two states of it.
 */
export function textsApart(one: Node, other: Node): string[] {
  const [a, b] = [numbersIn(one), numbersIn(other)];
  if (a.length < 2 && b.length < 2) return [];
  return [...a.filter((name) => !b.includes(name)), ...b.filter((name) => !a.includes(name))];
}

function numbersIn(base: Node): string[] {
  const numbers: string[] = [];
  for (const { node } of blocksOf(base)) {
    if (node.type.name === "resolutionNumber") numbers.push(blockText(node).replace(/\s+/g, " ").trim());
  }
  return numbers;
}

/** True when two bases say the same, block by block. */
export function haveSameText(one: Node, other: Node): boolean {
  const lines = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
  const [a, b] = [lines(one), lines(other)];
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
