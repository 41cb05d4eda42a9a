/**
 * Makes an ordinary document of a template or of a file with macros, because Word refuses a `.docx` whose main part
 * is typed as anything else (ISO/IEC 29500-1 §11.3.10). Macros are left out with everything that hangs on them;
 * a package that is a document already comes back as it is.
 */
import { contentTypeOf, contentTypesPart, readContentTypes, withTypedPart } from "../opc/content-types";
import { findPart, foldName, type Package, readPart, readXmlPart, withPatches } from "../opc/package";
import { readRelationships, relationshipsPart } from "../opc/relationships";
import { failure, type Message, type Result, success } from "../result";
import { childElements } from "../xml/element";

const documentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
/** Documents and templates, with and without macros. */
const wordTypes =
  /^application\/(?:vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document|template)\.main|vnd\.ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main)\+xml$/i;
/** Relationships of the main part that only a file with macros may have. */
const macros = new Set(["vbaProject", "keyMapCustomizations", "attachedToolbars"]);

/** True for the content type of a Word file's main part. */
export function isWordType(type: string): boolean {
  return wordTypes.test(type);
}

/** The package with its main part as a document. */
export function asDocument(from: Package, main: string): Result<Package> {
  const types = readContentTypes(from);
  if (!types.ok) return types;
  const type = contentTypeOf(types.value, main);
  if (type === documentType) return success(from);
  if (!isWordType(type)) return failure("docx.not-word", { part: main, type }, { part: main });
  const related = readRelationships(from, main);
  if (!related.ok) return related;
  const dropped = related.value
    .filter(({ kind, external }) => macros.has(kind) && !external)
    .map(({ target }) => target);
  const hanging = dropped.flatMap((target) => {
    const inner = readRelationships(from, target);
    return inner.ok ? inner.value.filter(({ external }) => !external).map((relationship) => relationship.target) : [];
  });
  const gone = new Set([...dropped, ...dropped.map(relationshipsPart), ...hanging].map(foldName));
  let result: Package = { parts: from.parts.filter(({ name }) => !gone.has(foldName(name))) };
  result = without(result, relationshipsPart(main), (attributes) =>
    macros.has((attributes.Type ?? "").split("/").at(-1) ?? ""),
  );
  result = without(result, contentTypesPart, ({ PartName = "" }) => {
    const part = foldName(PartName.replace(/^\//, ""));
    return gone.has(part) || part === foldName(main);
  });
  const bytes = readPart(result, main);
  if (!bytes.ok) return bytes;
  const messages: Message[] = dropped.length > 0 ? [{ severity: "information", code: "export.without-macros" }] : [];
  return success(withTypedPart(result, main, bytes.value, documentType), messages);
}

/** Takes the children of a part's root out whose attributes say so. */
function without(
  from: Package,
  part: string,
  gone: (attributes: Readonly<Record<string, string>>) => boolean,
): Package {
  const document = findPart(from, part) && readXmlPart(from, part);
  if (!document?.ok) return from;
  const patches = childElements(document.value.root)
    .filter(({ attributes }) => gone(attributes))
    .map(({ start, end }) => ({ start, end, text: "" }));
  return patches.length === 0 ? from : withPatches(from, part, document.value, patches);
}
