/**
 * Where the hyperlinks of a Word file lead (ISO/IEC 29500-1 §17.16.22), by the name of the run properties that carry
 * them into a document. Only addresses outside the file are listed, as they are written: whoever opens one has to
 * judge it. One name that leads to different places from different parts is left out.
 */
import { readRelationships } from "../opc/relationships";
import { childElements } from "../xml/element";
import { readXml } from "../xml/reader";
import type { WordFile } from "./word-file";

const longest = 2000;

/** Addresses by `properties` of the runs that stand in a link. */
export function linksOf(file: WordFile): Record<string, string> {
  const targets = externalTargets(file);
  const links: Record<string, string> = {};
  for (const [key, { wrapper }] of file.runProperties) {
    const attributes = wrapper === "" ? null : attributesOf(wrapper);
    const target = attributes && targets.get(attributes["r:id"] ?? "");
    if (!attributes || !target) continue;
    const anchor = attributes["w:anchor"];
    const address = anchor && !target.includes("#") ? `${target}#${anchor}` : target;
    if (address.length <= longest) links[key] = address;
  }
  return links;
}

/** By id; null where two parts use one id for two places. */
function externalTargets(file: WordFile): Map<string, string | null> {
  const targets = new Map<string, string | null>();
  for (const part of file.parts.keys()) {
    const relationships = readRelationships(file.package, part);
    if (!relationships.ok) continue;
    for (const { id, kind, target, external } of relationships.value) {
      const known = targets.get(id);
      const isLink = external && kind === "hyperlink";
      if (known !== undefined && known !== target) targets.set(id, null);
      else targets.set(id, isLink ? target : null);
    }
  }
  return targets;
}

function attributesOf(wrapper: string): Readonly<Record<string, string>> | null {
  const read = readXml(`<kept>${wrapper}</kept>`);
  return (read.ok && childElements(read.value.root)[0]?.attributes) || null;
}
