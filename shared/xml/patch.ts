/**
 * Edits the text of an XML part in place: what lies outside the edited ranges keeps its characters.
 * This is how a package is changed without being written anew.
 */
import type { XmlDocument, XmlElement } from "./element";

/** Replaces the characters from `start` to `end`; equal offsets insert. */
export interface Patch {
  start: number;
  end: number;
  text: string;
}

/** Applies patches that do not overlap, in any order; insertions at one place keep the order given. */
export function applyPatches(source: string, patches: readonly Patch[]): string {
  const ordered = [...patches].sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, text } of ordered) {
    if (start < done) throw new RangeError(`overlapping patches at ${start}`);
    pieces.push(source.slice(done, start), text);
    done = end;
  }
  pieces.push(source.slice(done));
  return pieces.join("");
}

/** The patch that adds text as the last content of an element, which may be written as an empty tag. */
export function appendTo(document: XmlDocument, parent: XmlElement, text: string): Patch {
  const { source } = document;
  if (source.startsWith("/>", parent.end - 2)) {
    const name = /^<([^\s/>]+)/.exec(source.slice(parent.start, parent.end))?.[1] ?? parent.name;
    return { start: parent.end - 2, end: parent.end, text: `>${text}</${name}>` };
  }
  const close = source.lastIndexOf("</", parent.end - 1);
  return { start: close, end: close, text };
}
