/**
 * Proposals that show no changes (ADD, SUP, NOC), and (MOD), which does, in the base's own file before LibreOffice: nothing
 * to accept or reject inside, the new text whole, of the others the heading. A contribution of many such proposals
 * that is edited and exported into itself shows the changes of its modification alone.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Node } from "prosemirror-model";
import { beforeAll, expect, test } from "vitest";
import { type ExportMode, exportDocx } from "../../shared/docx/export-docx";
import { openBase } from "../../shared/draft/open";
import { redline } from "../../shared/redline/redline";
import { changeMatrix } from "../support/change-matrix";
import { contribution, writtenContribution } from "../support/contribution";
import { editedSource } from "../support/edited-source";
import { markedAs } from "../support/marked-as";
import { replaced } from "../support/word-edits";
import { judgeBytes, linesOfDocument, linesOfVerdict } from "./lines";
import type { JudgedParagraph, Verdict } from "./office";

const template = new Uint8Array(readFileSync(join(__dirname, "../../resources/templates/itu.docx")));
const markers = ["ADD", "SUP", "NOC", "NOC-underlined", "(MOD)"];
const pair = changeMatrix().find(({ name }) => name === "note: item with reference suppressed")!;
const files = new Map<string, Uint8Array>();
let verdicts: Map<string, Verdict>;

function write(base: Node, current: Node, source: Uint8Array, mode: ExportMode = "tracked"): Uint8Array {
  const texts = { base, current, redline: redline(base, current), template, source };
  const written = exportDocx({ ...texts, mode, author: "Délégation", date: "2026-11-22T09:00:00Z" });
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
  expect(written.messages).toEqual([]);
  return written.value;
}

const changesIn = (bytes: Uint8Array) =>
  ["document", "footnotes"].flatMap((part) => [
    ...strFromU8(unzipSync(bytes)[`word/${part}.xml`]!).matchAll(/<w:(ins|del|moveFrom|moveTo|[rp]PrChange)\b/g),
  ]).length;
const texts = (paragraphs: readonly JudgedParagraph[]) =>
  paragraphs.map(({ text }) => text.trim()).filter((text) => text !== "");

beforeAll(async () => {
  for (const marker of markers) {
    const { base, current, source } = editedSource(pair.base, pair.current, template);
    files.set(marker, write(base, markedAs(current, marker), source));
  }
  const source = writtenContribution(contribution("fr"));
  const opened = openBase(source, "contribution.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc, current } = opened.value;
  const edited = replaced(replaced(current!, "ANNEXE", "ANNEXE UNIQUE"), "PROJET DE", "AVANT-PROJET DE");
  files.set("source", source);
  files.set("tracked", write(doc, edited, source));
  files.set("clean", write(doc, edited, source, "clean"));
  verdicts = await judgeBytes(files);
}, 600_000);

test.each(["ADD", "SUP", "NOC", "NOC-underlined"])("%s holds no change", (marker) => {
  expect(changesIn(files.get(marker)!)).toBe(0);
  const { shown, accepted, rejected, changes } = verdicts.get(marker)!;
  expect(changes).toEqual([]);
  expect(accepted).toEqual(shown);
  expect(rejected).toEqual(shown);
  const word = marker.replace("-underlined", "");
  expect(shown.find(({ style }) => style === "Proposal")?.text).toBe(word);
  const lines = linesOfVerdict(shown);
  const whole = linesOfDocument(pair.current);
  expect(lines).toEqual(marker === "ADD" ? whole : whole.slice(0, 2));
});

test("(MOD) shows its changes", () => {
  const { accepted, rejected, changes } = verdicts.get("(MOD)")!;
  expect(changes.length).toBeGreaterThan(0);
  expect(linesOfVerdict(accepted)).toEqual(linesOfDocument(pair.current));
  expect(linesOfVerdict(rejected)).toEqual(linesOfDocument(pair.base));
});

test("a contribution of five proposals, exported into itself, shows the changes of its modification alone", () => {
  const [source, tracked, clean] = ["source", "tracked", "clean"].map((name) => verdicts.get(name)!);
  expect(texts(tracked!.accepted)).toEqual(texts(clean!.shown));
  const renamed = texts(source!.rejected).map((text) => text.replace("PROJET DE", "AVANT-PROJET DE"));
  expect(texts(tracked!.rejected)).toEqual(renamed);
  expect(tracked!.changes.map(({ type, text }) => [type, text?.trim()])).toEqual([
    ["Insert", "42"],
    ["Insert", "UNIQUE"],
  ]);
});
