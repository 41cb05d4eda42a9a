/**
 * What a file holds beside its text and tracks changes in: headers, footers, and the lines above notes, which are notes
 * of a type of their own. They go through an export as they are; where the text is settled they are settled with it.
 */
import { type Package, withPatches } from "../opc/package";
import { readRelationships } from "../opc/relationships";
import { childElements, isElement, type XmlDocument, type XmlElement } from "../xml/element";
import type { Patch } from "../xml/patch";
import { writeXml } from "../xml/writer";
import type { Side } from "./records";
import { tracksChanges } from "./revision-marks";
import { settledStory } from "./settled-story";
import type { WordFile } from "./word-file";
import { type ReadPart, readPart } from "./word-parts";

/** The headers and footers of a text. */
export function headersAndFooters(from: Package, main: string): ReadPart[] {
  const relationships = readRelationships(from, main);
  if (!relationships.ok) return [];
  const names = relationships.value.flatMap(({ kind, target, external }) =>
    (kind === "header" || kind === "footer") && !external ? [target] : [],
  );
  return [...new Set(names)].flatMap((name) => {
    const part = readPart(from, name);
    return part.ok ? [part.value] : [];
  });
}

/** The package with the changes of its headers and footers accepted or rejected. */
export function withSettledHeaders(from: Package, main: string, side: Side): Package {
  let result = from;
  for (const { name, document } of headersAndFooters(from, main)) {
    if (!tracksChanges(document.source)) continue;
    result = withPatches(result, name, document, settling(document, document.root, side));
  }
  return result;
}

/** The lines above notes: all entries of a notes part that text cannot refer to. */
export function separatorsIn({ root }: XmlDocument): XmlElement[] {
  return childElements(root).filter(({ attributes }) => (attributes["w:type"] ?? "normal") !== "normal");
}

/** What settles the lines above notes, part by part. */
export function separatorPatches(file: WordFile, side: Side): Map<string, Patch[]> {
  const patches = new Map<string, Patch[]>();
  for (const { name, document } of file.parts.values()) {
    if (!/^w:(?:foot|end)notes$/.test(document.root.name)) continue;
    const tracked = separatorsIn(document).filter(({ start, end }) => tracksChanges(document.source.slice(start, end)));
    const own = tracked.flatMap((story) => settling(document, story, side));
    if (own.length > 0) patches.set(name, own);
  }
  return patches;
}

/** Replaces the content of a story from its first element to its last. */
function settling(document: XmlDocument, story: XmlElement, side: Side): Patch[] {
  const children = story.children.filter(isElement);
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return [];
  const text = settledStory(story, side)
    .map((node) => writeXml(node, document.prefixes))
    .join("");
  return [{ start: first.start, end: last.end, text }];
}
