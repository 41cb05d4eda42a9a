/** A contribution with proposals of every kind, written to Word and read again: the same contribution. */
import { Fragment } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { exportDocx } from "../../../shared/docx/export-docx";
import { wordToSource } from "../../../shared/docx/word-file";
import { openBase } from "../../../shared/draft/open";
import { headerOf } from "../../../shared/editing/header-block";
import { proposalsOf } from "../../../shared/editing/proposal-commands";
import type { Language } from "../../../shared/model/document";
import { readXmlPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { redline } from "../../../shared/redline/redline";
import { blocksOf } from "../../../shared/schema/blocks";
import { childElements, descendants, textOf } from "../../../shared/xml/element";
import { contribution, writtenContribution } from "../../support/contribution";
import { documentFromText } from "../../support/read-document";
import { replaced } from "../../support/word-edits";
import { exportWord, template } from "../../support/word-export";
import { findingsIn } from "../../support/wordprocessing-rules";

const languages: Language[] = ["ar", "zh", "en", "fr", "ru", "es"];

test("a list in the reasons is a list again when the Word file is read", () => {
  const doc = documentFromText(`ADD\tACP/22A12/1
PROJET DE NOUVELLE RÉSOLUTION [ACP-2]
Titre
La Conférence mondiale de développement des télécommunications (Kigali, 2022),
décide
de tenir un registre.
Motifs:\tIl est proposé:
i)\tde tenir un registre;
ii)\tde le publier.
Rien de plus.`);
  const marks = redline(doc, doc);
  const written = exportDocx({
    base: doc,
    current: doc,
    redline: marks,
    mode: "clean",
    author: "",
    date: "2026-11-22T09:00:00Z",
    template,
  });
  if (!written.ok) throw new Error(written.error.code);
  const opened = openBase(written.value, "x.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const inReasons = (of: typeof doc) =>
    blocksOf(of)
      .filter(({ containers }) => containers.includes("reasons"))
      .map(({ node }) => [node.type.name, node.attrs.label, node.textContent]);
  expect(inReasons(opened.value.doc)).toEqual(inReasons(doc));
  expect(inReasons(doc)).toContainEqual(["item", "ii)", "de le publier."]);
  // The word that opens them is bold, labels of a list are italic.
  const read = readDocx(written.value);
  if (!read.ok) throw new Error(read.error.code);
  const looks = wordToSource(read.value, "accept").blocks.flatMap((block) =>
    block.kind === "paragraph" ? block.inlines.slice(0, 1) : [],
  );
  const lookOf = (words: string) =>
    looks.find((inline) => inline.kind === "text" && inline.text.startsWith(words))?.formatting;
  expect(lookOf("Motifs:")).toMatchObject({ bold: true });
  expect(lookOf("ii)")).toMatchObject({ italic: true });
  expect(lookOf("ii)")?.bold).toBeUndefined();
});

describe.each(languages)("a contribution in %s", (language) => {
  const state = contribution(language);
  test("gives the same header block, markers, identifiers and texts when its Word file is read", () => {
    const opened = openBase(writtenContribution(state), "contribution.docx");
    if (!opened.ok) throw new Error(opened.error.code);
    const again = opened.value.current!;
    expect(again.attrs.language).toBe(language);
    expect(headerOf(again)).toEqual(headerOf(state.doc));
    const named = (doc: typeof again) => proposalsOf(doc).map(({ node }) => [node.attrs.marker, node.attrs.identifier]);
    expect(named(again)).toEqual([
      ["MOD", "ACP/42A1/1"],
      ["ADD", "ACP/42A1/2"],
      ["SUP", "ACP/42A1/3"],
      ["NOC", "ACP/42A1/4"],
      ["NOC-underlined", "ACP/42A1/5"],
    ]);
    expect(proposalsOf(again).map(({ node }) => node.textContent)).toEqual(
      proposalsOf(state.doc).map(({ node }) => node.textContent),
    );
    // Only the modification is marked, with the one change that was made.
    expect(opened.value.tracked?.count).toBe(1);
    expect(proposalsOf(again).every(({ node }) => node.lastChild!.type.name === "reasons")).toBe(true);
  });

  test("carries no mark in what is tied to no text", () => {
    const opened = openBase(writtenContribution(contribution(language, ["MOD", "OTHER"])), "contribution.docx");
    if (!opened.ok) throw new Error(opened.error.code);
    expect(proposalsOf(opened.value.current!).map(({ node }) => node.attrs.marker)).toEqual(["MOD", "OTHER"]);
    expect(opened.value.tracked?.count).toBe(1);
  });
});

test("the head stands in two columns, stays there in an export into its own file, and no column is left without a paragraph", () => {
  const source = writtenContribution(contribution("fr"));
  const tableOf = (bytes: Uint8Array) => {
    const opened = readPackage(bytes);
    const part = opened.ok ? readXmlPart(opened.value, "word/document.xml") : null;
    if (!part?.ok) throw new Error("no document");
    expect(findingsIn(part.value.root)).toEqual([]);
    return descendants(part.value.root, "w:tbl")[0]!;
  };
  const columns = (bytes: Uint8Array) =>
    descendants(tableOf(bytes), "w:tc").map((cell) => childElements(cell, "w:p").map(textOf));
  expect(columns(source)).toEqual([
    ["Assemblée mondiale de normalisation des télécommunications (AMNT-24)", "New Delhi, 2024"],
    ["SÉANCE PLÉNIÈRE"],
    ["Addendum 1 au Document 42-F", "14.10.2024", "Original: français"],
  ]);
  const opened = openBase(source, "contribution.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc: base, current } = opened.value;
  const write = (edited: typeof base, mode: "tracked" | "clean") => {
    const { bytes, messages } = exportWord({ base, current: edited, source, mode });
    expect(messages).toEqual([]);
    return bytes;
  };
  const dated = columns(write(replaced(current!, "14.10.2024", "15.10.2024"), "tracked"))[2]!;
  expect(dated.join("\n")).toContain("15.10.2024");
  const gone = new Set(["meeting", "documentNumber", "documentDate", "originalLanguage"]);
  const bare = current!.copy(Fragment.from(current!.children.filter(({ attrs }) => !gone.has(attrs.role))));
  expect(columns(write(bare, "clean")).slice(1)).toEqual([[""], [""]]);
});
