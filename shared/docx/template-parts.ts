/**
 * A template opened for writing: its main document made a document (templates, `.dotx`, call it
 * something else), and a notes part with the two separators that Word wants, made when there is none.
 */
import { withTypedPart } from "../opc/content-types";
import { findPart, type Package } from "../opc/package";
import { readRelationships, withRelationship } from "../opc/relationships";
import { failure, type Result, success } from "../result";
import { element, type XmlElement } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { writeXmlDocument } from "../xml/writer";
import { asDocument } from "./document-type";

export interface TemplateParts {
  package: Package;
  document: string;
  footnotes: string;
  styles: string | null;
}

const typeStart = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const relationshipStart = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Finds the parts that an export writes; fails when the file holds no Word document. */
export function templateParts(from: Package): Result<TemplateParts> {
  const top = readRelationships(from, "");
  if (!top.ok) return top;
  const document = top.value.find(({ kind, external }) => kind === "officeDocument" && !external)?.target;
  const part = document === undefined ? undefined : findPart(from, document);
  if (document === undefined || !part) return failure("docx.no-main-part");
  const ordinary = asDocument(from, part.name);
  if (!ordinary.ok) return ordinary;
  const main = ordinary.value;
  const related = readRelationships(main, document);
  if (!related.ok) return related;
  const find = (wanted: string) =>
    related.value.find(({ kind, external }) => kind === wanted && !external)?.target ?? null;
  const footnotes = find("footnotes");
  const styles = find("styles");
  if (footnotes !== null && findPart(main, footnotes)) {
    return success({ package: main, document, footnotes, styles }, ordinary.messages);
  }
  const name = `${document.slice(0, document.lastIndexOf("/") + 1)}footnotes.xml`;
  const added = withTypedPart(main, name, emptyNotes(), `${typeStart}.footnotes+xml`);
  const target = name.slice(name.lastIndexOf("/") + 1);
  const linked = withRelationship(added, document, `${relationshipStart}/footnotes`, target);
  return success({ package: linked.package, document, footnotes: name, styles }, ordinary.messages);
}

function emptyNotes(): Uint8Array {
  const separator = (type: string, id: string): XmlElement =>
    element("w:footnote", { "w:type": type, "w:id": id }, [
      element("w:p", {}, [element("w:r", {}, [element(`w:${type}`)])]),
    ]);
  const root = element("w:footnotes", { "xmlns:w": mainNamespace }, [
    separator("separator", "-1"),
    separator("continuationSeparator", "0"),
  ]);
  return encodeXml(writeXmlDocument(root), "utf-8");
}
