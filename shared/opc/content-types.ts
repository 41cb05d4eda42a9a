/**
 * `[Content_Types].xml`: which kind of content each part holds (ISO/IEC 29500-2 §7.2.3.2), by part
 * name or else by the extension. A new part is registered by patching the text, never by rewriting it.
 */
import { failure, type Result, success } from "../result";
import { childElements, element } from "../xml/element";
import { writeXml } from "../xml/writer";
import { findPart, foldName, type Package, patchRoot, readXmlPart, withPart } from "./package";

export const contentTypesPart = "[Content_Types].xml";

export interface ContentTypes {
  /** Folded part name, without leading slash, to type. */
  overrides: ReadonlyMap<string, string>;
  /** Folded extension to type. */
  defaults: ReadonlyMap<string, string>;
}

/** Reads the content types of a package. */
export function readContentTypes(from: Package): Result<ContentTypes> {
  if (!findPart(from, contentTypesPart)) return failure("docx.no-content-types");
  const document = readXmlPart(from, contentTypesPart);
  if (!document.ok) return document;
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const { name, attributes } of childElements(document.value.root)) {
    const type = attributes.ContentType ?? "";
    if (name === "Override") overrides.set(foldName((attributes.PartName ?? "").replace(/^\//, "")), type);
    if (name === "Default") defaults.set(foldName(attributes.Extension ?? ""), type);
  }
  return success({ overrides, defaults });
}

/** The content type of a part, empty when the package names none. */
export function contentTypeOf(types: ContentTypes, part: string): string {
  const folded = foldName(part);
  return types.overrides.get(folded) ?? types.defaults.get(folded.slice(folded.lastIndexOf(".") + 1)) ?? "";
}

/** Adds a part with its content type. */
export function withTypedPart(from: Package, name: string, bytes: Uint8Array, contentType: string): Package {
  const added = withPart(from, name, bytes);
  const types = readContentTypes(from);
  if (!types.ok || contentTypeOf(types.value, name) === contentType) return added;
  const override = element("Override", { PartName: `/${name}`, ContentType: contentType });
  return patchRoot(added, contentTypesPart, writeXml(override));
}
