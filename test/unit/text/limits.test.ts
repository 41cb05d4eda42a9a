/** What no text of a resolution is: refused in a sentence before anything is cut into pieces, or read without delay. */
import { strToU8 } from "fflate";
import { expect, test } from "vitest";
import { sizeAllowed } from "../../../shared/draft/largest-file";
import { extractNotes } from "../../../shared/text/notes";
import { readText } from "../../../shared/text/reader";
import { processorClock } from "../../support/processor-time";

test("far too many lines are refused at once", () => {
  const spent = processorClock();
  const read = readText(strToU8("a)\tb\n".repeat(300_000)), "trap.txt");
  expect(read).toMatchObject({ ok: false, error: { code: "text.too-many-lines", values: { file: "trap.txt" } } });
  expect(spent()).toBeLessThan(5000);
});

test("a line of far too many letters is refused at once", () => {
  const spent = processorClock();
  const read = readText(strToU8("abc ".repeat(300_000)), "trap.txt");
  expect(read).toMatchObject({ ok: false, error: { code: "text.line-too-long", values: { file: "trap.txt" } } });
  expect(spent()).toBeLessThan(5000);
});

test.each(["", "\n"])("tens of thousands of notes are read in time that grows with them, parted by %j", (between) => {
  const count = 40_000;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const references = numbers.map((id) => `w[footnoteRef:${id}]`).join(between);
  const bodies = numbers.map((id) => `[${id}: b]`).join("");
  const spent = processorClock();
  const read = extractNotes(`${references}\n${bodies}`.split("\n"));
  expect(read.notes).toHaveLength(count);
  expect(read.lines.flatMap(({ inlines }) => inlines)).toHaveLength(2 * count);
  expect(spent()).toBeLessThan(3000);
});

test.each([
  ["a.txt", 20, true],
  ["a.TXT", 21, false],
  ["a.docx", 256, true],
  ["a.resdraft", 257, false],
])("a file %s of %i MB may be read: %s", (name, megabytes, expected) => {
  expect(sizeAllowed(name, megabytes * 1024 * 1024).ok).toBe(expected);
});
