/**
 * Comments to `comments.xml` (ISO/IEC 29500-1 §17.13.4), and their answers and settled threads to `commentsExtended.xml` and
 * `commentsIds.xml` ([MS-DOCX] 2.5.4, 2.5.6), as Word writes them. In a file that has comments those that nobody
 * changed keep their bytes; where nothing was said that the file does not say, no part is touched.
 */
import type { DocumentComment } from "../model/comment";
import { withTypedPart } from "../opc/content-types";
import { findPart, type Package, readXmlPart, withPart, withPatches } from "../opc/package";
import { readRelationships, withRelationship } from "../opc/relationships";
import { childElements, descendants, element, type XmlDocument, type XmlElement } from "../xml/element";
import { encodeXml } from "../xml/encoding";
import { appendTo, type Patch } from "../xml/patch";
import { writeXml, writeXmlDocument } from "../xml/writer";
import type { CommentRecord } from "./records";
import { RevisionWriter, wordDate } from "./revision-writer";
import { writeRuns } from "./run-writer";
import type { StyleIds } from "./style-ids";

const typeStart = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const microsoft = "http://schemas.microsoft.com/office";
const word2010 = `${microsoft}/word/2010/wordml`;
const word2012 = `${microsoft}/word/2012/wordml`;
const word2016 = `${microsoft}/word/2016/wordml/cid`;
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

export interface CommentsInput {
  comments: readonly DocumentComment[];
  /** The number of each comment in the file, by its id. */
  numbers: ReadonlyMap<string, string>;
  /** What the file says already. */
  records: readonly CommentRecord[];
  styles: StyleIds;
  rightToLeft: boolean;
}

/** Numbers comments: those of the file keep theirs, the others follow the highest that is taken. */
export function commentNumbers(
  comments: readonly DocumentComment[],
  records: readonly CommentRecord[],
  highest: number,
): Map<string, string> {
  const known = new Set(records.map(({ id }) => id));
  let last = highest;
  return new Map(comments.map(({ id }) => [id, known.has(id) ? id : String(++last)]));
}

/** The package with these comments in it, and no others. */
export function withComments(from: Package, document: string, input: CommentsInput): Package {
  const { comments, records, numbers } = input;
  const byId = new Map(records.map((record) => [record.id, record]));
  const same = (comment: DocumentComment) => {
    const record = byId.get(comment.id);
    return record !== undefined && saysTheSame(comment, record);
  };
  if (comments.length === records.length && comments.every(same)) return from;

  const names = paragraphNames(comments, records);
  const written = (comment: DocumentComment) => writeComment(comment, numbers, names, input);
  const part = targetOf(from, document, "comments");
  const present = part !== undefined && findPart(from, part) ? readXmlPart(from, part) : undefined;
  if (part === undefined || !present?.ok) {
    const root = element("w:comments", { "xmlns:w": main, "xmlns:w14": word2010 }, comments.map(written));
    const added = addPart(from, document, "comments", root, `${office}/comments`);
    return withExtensions(added, document, comments, names);
  }
  const kept = new Map(comments.map((comment) => [comment.id, comment]));
  const patches = patchesOf(present.value, kept, byId, names, written);
  const added = comments.filter(({ id }) => !byId.has(id)).map((comment) => writeXml(written(comment)));
  if (added.length > 0) patches.push(appendTo(present.value, present.value.root, added.join("")));
  patches.push(...namespacePatches(present.value));
  return withExtensions(withPatches(from, part, present.value, patches), document, comments, names);
}

/** The package with the two parts that say which comment answers which, and which are settled. */
function withExtensions(
  from: Package,
  document: string,
  comments: readonly DocumentComment[],
  names: ReadonlyMap<string, string>,
): Package {
  const extended = element(
    "w15:commentsEx",
    { "xmlns:mc": compatibility, "xmlns:w15": word2012, "mc:Ignorable": "w15" },
    comments.map((comment) => extensionOf(comment, names)),
  );
  const ids = element(
    "w16cid:commentsIds",
    { "xmlns:mc": compatibility, "xmlns:w16cid": word2016, "mc:Ignorable": "w16cid" },
    comments.map(({ id }, index) =>
      element("w16cid:commentId", {
        "w16cid:paraId": names.get(id)!,
        "w16cid:durableId": hexadecimal(0x20000000 + index),
      }),
    ),
  );
  const result = replacePart(from, document, "commentsExtended", extended, `${microsoft}/2011/relationships`);
  return replacePart(result, document, "commentsIds", ids, `${microsoft}/2016/09/relationships`);
}

function targetOf(from: Package, document: string, kind: string): string | undefined {
  const related = readRelationships(from, document);
  return related.ok ? related.value.find((each) => each.kind === kind && !each.external)?.target : undefined;
}

function saysTheSame(comment: DocumentComment, record: CommentRecord): boolean {
  const parent = comment.parent ?? undefined;
  return comment.text === record.text && comment.resolved === record.resolved && parent === record.parent;
}

/** The name of the last paragraph of each comment, by which threads refer to it: eight digits below 80000000. */
function paragraphNames(
  comments: readonly DocumentComment[],
  records: readonly CommentRecord[],
): ReadonlyMap<string, string> {
  const known = new Map(records.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])));
  const taken = new Set(known.values());
  let next = 0x10000000;
  return new Map(
    comments.map(({ id }) => {
      const own = known.get(id);
      if (own !== undefined) return [id, own];
      while (taken.has(hexadecimal(next))) next++;
      return [id, hexadecimal(next++)];
    }),
  );
}

function hexadecimal(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, "0");
}

/** What changed in the comments that the file has: removed, said otherwise, or named for the first time. */
function patchesOf(
  { root, source }: XmlDocument,
  kept: ReadonlyMap<string, DocumentComment>,
  records: ReadonlyMap<string, CommentRecord>,
  names: ReadonlyMap<string, string>,
  written: (comment: DocumentComment) => XmlElement,
): Patch[] {
  return childElements(root, "w:comment").flatMap((each): Patch[] => {
    const id = each.attributes["w:id"] ?? "";
    const comment = kept.get(id);
    const { start, end } = each;
    if (!comment) return [{ start, end, text: "" }];
    if (comment.text !== records.get(id)?.text) return [{ start, end, text: writeXml(written(comment)) }];
    const last = descendants(each, "w:p").at(-1);
    if (!last || last.attributes["w14:paraId"] !== undefined) return [];
    const place = last.start + (/^<[^\s/>]+/.exec(source.slice(last.start))?.[0].length ?? 0);
    return [{ start: place, end: place, text: ` w14:paraId="${names.get(id)}"` }];
  });
}

/** Our own comments name their paragraphs in a namespace that the part may not declare. */
function namespacePatches({ root, source }: XmlDocument): Patch[] {
  const tag = /^<[^\s/>]+[^>]*/.exec(source.slice(root.start))?.[0] ?? "";
  const name = /^<[^\s/>]+/.exec(tag)?.[0] ?? "";
  const place = root.start + name.length;
  const missing = [
    ["w", main],
    ["w14", word2010],
  ].filter(([prefix]) => !tag.includes(`xmlns:${prefix}=`));
  return missing.map(([prefix, uri]) => ({ start: place, end: place, text: ` xmlns:${prefix}="${uri}"` }));
}

function writeComment(
  comment: DocumentComment,
  numbers: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  { styles, rightToLeft }: CommentsInput,
): XmlElement {
  const { id, author, date, initials, text } = comment;
  const time = wordDate(date);
  const textStyle = styles.paragraph(["annotation text"]);
  const referenceStyle = styles.character(["annotation reference"]);
  const lines = text.split("\n");
  const revisions = new RevisionWriter({ author, date });
  const paragraphs = lines.map((line, index) => {
    const properties = [
      ...(textStyle ? [element("w:pStyle", { "w:val": textStyle })] : []),
      ...(rightToLeft ? [element("w:bidi")] : []),
    ];
    const look = referenceStyle ? { style: referenceStyle } : {};
    const mark = { kind: "elements" as const, elements: [element("w:annotationRef")], text: "" };
    const pieces = [
      ...(index === 0 ? [{ revision: null, look, content: mark }] : []),
      ...(line === "" ? [] : [{ revision: null, look: {}, content: { kind: "text" as const, text: line } }]),
    ];
    return element("w:p", index === lines.length - 1 ? { "w14:paraId": names.get(id)! } : {}, [
      ...(properties.length > 0 ? [element("w:pPr", {}, properties)] : []),
      ...writeRuns(pieces, revisions, rightToLeft),
    ]);
  });
  const attributes = {
    "w:id": numbers.get(id)!,
    "w:author": author,
    ...(time !== null && { "w:date": time }),
    "w:initials": initials || initialsOf(author),
  };
  return element("w:comment", attributes, paragraphs);
}

/** As Word takes them from a name: the first letter of each word. */
function initialsOf(author: string): string {
  return [...author.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(([letter]) => letter.toUpperCase()).join("");
}

function extensionOf({ id, parent, resolved }: DocumentComment, names: ReadonlyMap<string, string>): XmlElement {
  const above = parent === null ? undefined : names.get(parent);
  return element("w15:commentEx", {
    "w15:paraId": names.get(id)!,
    ...(above !== undefined && { "w15:paraIdParent": above }),
    "w15:done": resolved ? "1" : "0",
  });
}

function replacePart(from: Package, document: string, kind: string, root: XmlElement, relationships: string): Package {
  const present = targetOf(from, document, kind);
  if (present !== undefined && findPart(from, present)) {
    return withPart(from, present, encodeXml(writeXmlDocument(root), "utf-8"));
  }
  return addPart(from, document, kind, root, `${relationships}/${kind}`);
}

function addPart(from: Package, document: string, kind: string, root: XmlElement, relationship: string): Package {
  const folder = document.slice(0, document.lastIndexOf("/") + 1);
  let name = `${folder}${kind}.xml`;
  for (let number = 2; findPart(from, name); number++) name = `${folder}${kind}${number}.xml`;
  const added = withTypedPart(from, name, encodeXml(writeXmlDocument(root), "utf-8"), `${typeStart}.${kind}+xml`);
  return withRelationship(added, document, relationship, name.slice(folder.length)).package;
}
