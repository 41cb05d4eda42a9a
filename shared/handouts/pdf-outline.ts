/**
 * Adds bookmarks to a PDF file whose places are named destinations, as an incremental update: the bytes of the
 * file stay, and new objects, a cross-reference section and a trailer follow them (ISO 32000-1 §7.5.6, §12.3.3).
 * Chromium of the supported Electrons prints links to places of a page as such destinations and writes classic
 * cross-reference tables, but no outline. A file that is built otherwise is given back as it is.
 */

/** A line of the outline, and the named destination that it leads to. */
export interface Bookmark {
  place: string;
  words: string;
}

/** What a printed file is told about itself. */
export interface PdfFacts {
  title: string;
  language: string;
  bookmarks: readonly Bookmark[];
}

/** The file with its title, the language of its text, and an outline that shows when it is opened. */
export function withOutline(pdf: Uint8Array, { title, language, bookmarks }: PdfFacts): Uint8Array {
  const text = latin1(pdf);
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text);
  const root = trailer && /\/Root\s+(\d+)\s+0\s+R/.exec(trailer[1] as string)?.[1];
  const size = trailer && /\/Size\s+(\d+)/.exec(trailer[1] as string)?.[1];
  const catalog = root ? bodyOf(text, root) : null;
  if (!trailer || !root || !size || !catalog || /\/Outlines\b/.test(catalog)) return pdf;
  const named = bookmarks.filter(({ place }) => new RegExp(`/${place}\\b`).test(text));

  const first = Number(size);
  const objects: [number, string][] = [];
  const further = [`/Lang (${language})`, "/ViewerPreferences << /DisplayDocTitle true >>"];
  if (named.length > 0) {
    further.push(`/Outlines ${first} 0 R`, "/PageMode /UseOutlines");
    objects.push([
      first,
      `<< /Type /Outlines /First ${first + 1} 0 R /Last ${first + named.length} 0 R /Count ${named.length} >>`,
    ]);
    named.forEach(({ place, words }, index) => {
      const own = first + 1 + index;
      const neighbours = `${index > 0 ? ` /Prev ${own - 1} 0 R` : ""}${index < named.length - 1 ? ` /Next ${own + 1} 0 R` : ""}`;
      objects.push([own, `<< /Title ${textString(words)} /Parent ${first} 0 R${neighbours} /Dest /${place} >>`]);
    });
  }
  const kept = catalog.replace(/\/Lang\s*\([^)]*\)/, "").replace(/\/ViewerPreferences\s*<<[^>]*>>/, "");
  objects.unshift([Number(root), `<<${kept}${further.join("\n")}\n>>`]);
  const info = /\/Info\s+(\d+)\s+0\s+R/.exec(trailer[1] as string)?.[1];
  const facts = info ? bodyOf(text, info) : null;
  if (info && facts !== null) {
    const told = facts.replace(/\/(?:Creator|Title)\s*(?:\((?:[^()\\]|\\.|\([^()]*\))*\)|<[0-9A-Fa-f\s]*>)/g, "");
    objects.push([Number(info), `<<${told}/Title ${textString(title)}\n/Creator (Resdraft)\n>>`]);
  }
  return append(
    pdf,
    objects,
    trailer[1] as string,
    Number(trailer[2]),
    first + (named.length > 0 ? named.length + 1 : 0),
  );
}

/** What stands in a dictionary object, without its brackets. */
function bodyOf(text: string, number: string): string | null {
  return new RegExp(`[\\r\\n]${number} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text)?.[1] ?? null;
}

/** Writes objects behind the file, with the table that says where they are. */
function append(
  pdf: Uint8Array,
  objects: readonly [number, string][],
  trailer: string,
  previous: number,
  size: number,
): Uint8Array {
  let written = "\n";
  const entries = objects.map(([number, content]) => {
    const offset = pdf.length + written.length;
    written += `${number} 0 obj\n${content}\nendobj\n`;
    return `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = pdf.length + written.length;
  const kept = trailer.replace(/\/Size\s+\d+/, `/Size ${size}`).replace(/\/Prev\s+\d+/, "");
  written += `xref\n${entries.join("")}trailer\n<<${kept}/Prev ${previous}\n>>\nstartxref\n${start}\n%%EOF\n`;
  const result = new Uint8Array(pdf.length + written.length);
  result.set(pdf);
  for (let at = 0; at < written.length; at++) result[pdf.length + at] = written.charCodeAt(at);
  return result;
}

/** A text string of PDF (§7.9.2.2): UTF-16 with its byte order mark, in hexadecimal, so that nothing in it can end it. */
function textString(words: string): string {
  let hex = "FEFF";
  for (let at = 0; at < words.length; at++) hex += words.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  return `<${hex}>`;
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
