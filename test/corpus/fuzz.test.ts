/**
 * Real files with bytes changed at random: the reader answers, whatever comes. The run is bounded by a
 * number of files and of changes, and its seed is fixed, so that a fault it finds can be found again.
 */
import { strFromU8, strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../shared/docx/document-reader";
import { withPart } from "../../shared/opc/package";
import { readPackage } from "../../shared/opc/package-reader";
import { writePackage } from "../../shared/opc/package-writer";
import { child, descendants, sourceOf } from "../../shared/xml/element";
import { readXml } from "../../shared/xml/reader";
import { corpusBytes, corpusTable, hasCorpus } from "./corpus";

const files = corpusTable("index.tsv").filter(
  ({ tags, bytes, path }) => tags!.includes("T:") && Number(bytes) < 30_000 && path!.endsWith(".docx"),
);

const names = "p r t pPr rPr tbl tr tc tcPr ins del moveFrom sdt fldChar hyperlink drawing"
  .split(" ")
  .map((name) => `w:${name}`);

/** A small generator of numbers below a bound (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

describe.skipIf(!hasCorpus)("files with changed bytes (skipped where the corpus is not beside the project)", () => {
  it("are read or refused, in the archive and in the XML", { timeout: 300_000 }, () => {
    const next = numbers(20261122);
    let answers = 0;
    for (let run = 0; run < 150; run++) {
      const bytes = corpusBytes(files[next(files.length)]!.path!);
      const archive = bytes.slice();
      for (let i = 0; i <= next(6); i++) archive[next(archive.length)] = next(256);
      readDocx(archive);

      const opened = readPackage(bytes);
      if (!opened.ok) continue;
      const main = opened.value.parts.find(({ name }) => /word\/document\d*\.xml$/.test(name));
      const xml = main?.bytes?.slice();
      if (!main || !xml) continue;
      for (let i = 0; i <= next(3); i++) mutate(xml, next);
      const read = readDocx(writePackage(withPart(opened.value, main.name, xml)));
      answers += read.ok || read.error.code.startsWith("docx.") ? 1 : 0;

      const grafted = graft(main.bytes!, next);
      answers += readDocx(writePackage(withPart(opened.value, main.name, grafted))).ok ? 1 : 0;
    }
    expect(answers).toBeGreaterThan(200);
  });
});

/** Overwrites a stretch with another of the same part: well-formed more often than random bytes are. */
function mutate(xml: Uint8Array, next: (below: number) => number): void {
  const length = 1 + next(40);
  const from = next(Math.max(1, xml.length - length));
  const to = next(Math.max(1, xml.length - length));
  xml.copyWithin(to, from, from + length);
}

/** Puts elements in the place of others: well-formed, and against every rule of the format. */
function graft(xml: Uint8Array, next: (below: number) => number): Uint8Array {
  let source = strFromU8(xml);
  for (let i = 0; i < 3; i++) {
    const document = readXml(source);
    const body = document.ok ? child(document.value.root, "w:body") : undefined;
    if (!document.ok || !body) return xml;
    const elements = descendants(body, ...names);
    const [from, to] = [elements[next(elements.length)], elements[next(elements.length)]];
    if (!from || !to) return strToU8(source);
    source = source.slice(0, to.start) + sourceOf(document.value, from) + source.slice(to.end);
  }
  return strToU8(source);
}
