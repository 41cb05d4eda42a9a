/**
 * Relationships (ISO/IEC 29500-2 §6.5): how a part, or the package itself, refers to other parts and to
 * the world outside. External targets are listed and never followed. Targets are resolved against
 * the part that names them and cannot leave the package.
 */
import { strToU8 } from "fflate";
import { type Result, success } from "../result";
import { childElements, element } from "../xml/element";
import { writeXml } from "../xml/writer";
import { withTypedPart } from "./content-types";
import { findPart, type Package, patchRoot, readXmlPart } from "./package";

export interface Relationship {
  id: string;
  /** The last step of the type URI (`footnotes`, `image`…): strict and transitional files share it. */
  kind: string;
  type: string;
  /** Part name, or the address as written when external. */
  target: string;
  external: boolean;
}

const namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
const contentType = "application/vnd.openxmlformats-package.relationships+xml";

/** Names the part that holds the relationships of a part; of the package when the name is empty. */
export function relationshipsPart(source: string): string {
  const slash = source.lastIndexOf("/") + 1;
  return `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
}

/** Lists the relationships of a part, or of the package when the name is empty. */
export function readRelationships(from: Package, source: string): Result<Relationship[]> {
  const part = relationshipsPart(source);
  if (!findPart(from, part)) return success([]);
  const document = readXmlPart(from, part);
  if (!document.ok) return document;
  return success(
    childElements(document.value.root, "Relationship").map(({ attributes }) => {
      const { Id = "", Type = "", Target = "", TargetMode = "" } = attributes;
      const external = TargetMode === "External";
      return {
        id: Id,
        kind: Type.slice(Type.lastIndexOf("/") + 1),
        type: Type,
        target: external ? Target : resolveTarget(source, Target),
        external,
      };
    }),
  );
}

/** Resolves a target against the part that names it. */
export function resolveTarget(source: string, target: string): string {
  const base = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  const steps = [...base];
  for (const step of target.replace(/#.*$/, "").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** Adds a relationship; its id is new in that part. The target is written as given. */
export function withRelationship(
  from: Package,
  source: string,
  type: string,
  target: string,
  external = false,
): { package: Package; id: string } {
  const present = readRelationships(from, source);
  const ids = new Set(present.ok ? present.value.map(({ id }) => id) : []);
  let number = ids.size + 1;
  while (ids.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const attributes: Record<string, string> = { Id: id, Type: type, Target: target };
  if (external) attributes.TargetMode = "External";
  const text = writeXml(element("Relationship", attributes));
  const part = relationshipsPart(source);
  if (findPart(from, part)) return { package: patchRoot(from, part, text), id };
  const whole = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Relationships xmlns="${namespace}">${text}</Relationships>`;
  return { package: withTypedPart(from, part, strToU8(whole), contentType), id };
}
