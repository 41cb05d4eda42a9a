/**
 * The numbers that name changes, bookmarks and comments in a package: all share one space (ISO/IEC 29500-1 §17.13.1), in
 * the text and its notes, in headers, footers and comments. What is added counts on from the highest.
 */
import { type Package, readPart } from "../opc/package";
import { decodeXml } from "../xml/encoding";

const elsewhere = /^<(?:[\w.-]+:)?(?:hdr|ftr|comments)[\s>]/;
const prolog = /^(?:\s|\uFEFF|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/;

/** The highest number of a source. */
export function highestIdIn(source: string): number {
  let highest = 0;
  for (const match of source.matchAll(/:id="(\d{1,9})"/g)) highest = Math.max(highest, Number(match[1]));
  return highest;
}

/** The highest number in the headers, footers and comments of a package. */
export function highestIdElsewhere(from: Package): number {
  let highest = 0;
  for (const { name } of from.parts) {
    if (!/\.xml$/i.test(name)) continue;
    const bytes = readPart(from, name);
    const decoded = bytes.ok ? decodeXml(bytes.value) : null;
    if (!decoded?.ok) continue;
    const { text } = decoded.value;
    if (elsewhere.test(text.slice(prolog.exec(text)![0].length))) highest = Math.max(highest, highestIdIn(text));
  }
  return highest;
}
