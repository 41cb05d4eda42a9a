/** Bookmarks added to a PDF: the bytes before them stay, and every offset that is written leads where it says. */
import { expect, test } from "vitest";
import { withOutline } from "../../../shared/handouts/pdf-outline";

const objects = [
  "<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>",
  "<</Type /Pages\n/Kids []\n/Count 0>>",
  "<</row-1 [2 0 R /XYZ 0 0 null]\n/row-12 [2 0 R /XYZ 0 9 null]>>",
  "<</Creator (A browser)\n/Producer (A printer)>>",
];

/** A file as Chromium writes it: objects, one classic table, one trailer. */
function file(bodies = objects): Uint8Array {
  let text = "%PDF-1.4\n%\xD3\xEB\xE9\xE1\n";
  const offsets = bodies.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  const size = bodies.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  text += `trailer\n<</Size ${size}\n/Root 1 0 R\n/Info 4 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return bytesOf(text);
}

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const textOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** Objects as the last table of the file finds them. */
function lastTable(text: string): Map<number, string> {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const table = text.slice(start, text.indexOf("trailer", start));
  expect(table.startsWith("xref\n")).toBe(true);
  return new Map(
    [...table.matchAll(/(\d+) 1\n(\d{10}) 00000 n \n/g)].map(([, number, offset]) => {
      const from = Number(offset);
      expect(text.slice(from).startsWith(`${number} 0 obj\n`)).toBe(true);
      return [Number(number), text.slice(from, text.indexOf("endobj", from))];
    }),
  );
}

const bookmarks = [
  { place: "row-1", words: "considérant" },
  { place: "row-2", words: "has no place in the file" },
  { place: "row-12", words: "وإذ تضع في اعتبارها) /Title (x" },
];

test("bookmarks that have a place are linked in order, and the file before them is as it was", () => {
  const before = file();
  const after = withOutline(before, { title: "Side by side", language: "fr", bookmarks });
  expect(after.subarray(0, before.length)).toEqual(before);
  const table = lastTable(textOf(after));
  expect(table.get(1)).toMatch(/\/Outlines 5 0 R/);
  expect(table.get(1)).toMatch(/\/Lang \(fr\)/);
  expect(table.get(1)).toMatch(/\/Dests 3 0 R/);
  expect(table.get(5)).toMatch(/\/First 6 0 R \/Last 7 0 R \/Count 2/);
  expect(table.get(6)).toMatch(/\/Next 7 0 R \/Dest \/row-1 >>/);
  expect(table.get(7)).toMatch(/\/Prev 6 0 R \/Dest \/row-12 >>/);
  expect(textOf(after)).toMatch(/trailer\n<<\/Size 8\n\/Root 1 0 R\n\/Info 4 0 R\n?\/Prev \d+/);
});

test("words of a document are written in hexadecimal, so that none of them can end a string", () => {
  const after = withOutline(file(), { title: "x) /JavaScript (app.alert(1)", language: "ar", bookmarks });
  const added = textOf(after).slice(file().length);
  expect(added).not.toContain("JavaScript");
  expect(added).not.toContain("/Title (");
  const hex = /\/Title <FEFF([0-9A-F]+)> \/Parent 5 0 R \/Prev/.exec(added)?.[1] ?? "";
  expect(
    hex
      .match(/.{4}/g)
      ?.map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
      .join(""),
  ).toBe(bookmarks[2]?.words);
});

test("the file is named after the hand-out, not after the browser that printed it", () => {
  const info = lastTable(textOf(withOutline(file(), { title: "Abc", language: "en", bookmarks: [] }))).get(4);
  expect(info).toMatch(/\/Title <FEFF004100620063>/);
  expect(info).toMatch(/\/Producer \(A printer\)/);
  expect(info).not.toMatch(/browser/);
});

test("without bookmarks there is no outline; a file built otherwise stays as it is", () => {
  expect(textOf(withOutline(file(), { title: "", language: "en", bookmarks: [] }))).not.toMatch(/\/Outlines/);
  const strange = bytesOf("%PDF-1.5\nno trailer here\nstartxref\n9\n%%EOF");
  expect(withOutline(strange, { title: "", language: "en", bookmarks })).toBe(strange);
  const own = file(["<</Type /Catalog\n/Outlines 3 0 R>>", ...objects.slice(1)]);
  expect(withOutline(own, { title: "", language: "en", bookmarks })).toBe(own);
});
