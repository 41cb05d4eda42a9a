/** Gives each author one of the page's colours, in the order in which they appear. */
import type { Attributed } from "../../shared/editing/attribution";

const colours = 6;
const known = new Map<string, number>();

/** The class that carries an author's colour; without an author, the first. */
export function authorClass(by: Attributed | undefined): string {
  if (!by) return "author-1";
  let index = known.get(by.author);
  if (index === undefined) {
    index = known.size;
    known.set(by.author, index);
  }
  return `author-${(index % colours) + 1}`;
}
