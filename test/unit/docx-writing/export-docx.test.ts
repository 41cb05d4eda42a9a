/** Every kind of change at every kind of place: written soundly, proved, and the same bytes each time. */
import { EditorState } from "prosemirror-state";
import { describe, expect, test } from "vitest";
import { type ExportMode, exportDocx } from "../../../shared/docx/export-docx";
import { readXmlPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { redline } from "../../../shared/redline/redline";
import { bracketsOf } from "../../../shared/schema/brackets";
import { schema } from "../../../shared/schema/schema";
import { descendants, type XmlElement } from "../../../shared/xml/element";
import { type ChangeCase, changeMatrix } from "../../support/change-matrix";
import { resolution } from "../../support/resolution-builder";
import { template } from "../../support/word-export";
import { findingsIn, relationsIn } from "../../support/wordprocessing-rules";

const matrix = changeMatrix();

function write({ base, current }: ChangeCase, mode: ExportMode): Uint8Array {
  const written = exportDocx({
    base,
    current,
    redline: redline(base, current),
    mode,
    author: "Délégation",
    date: "2026-11-22T09:00:00Z",
    template,
  });
  if (!written.ok) throw new Error(`${written.error.code} ${JSON.stringify(written.error.values)}`);
  return written.value;
}

function partsOf(bytes: Uint8Array): [document: XmlElement, notes: XmlElement, styles: XmlElement] {
  const opened = readPackage(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const parts = ["document", "footnotes", "styles"].map((name) => readXmlPart(opened.value, `word/${name}.xml`));
  return parts.map((part) => {
    if (!part.ok) throw new Error(part.error.code);
    return part.value.root;
  }) as [XmlElement, XmlElement, XmlElement];
}

describe.each(["tracked", "typeset", "clean", "base"] as const)("%s", (mode) => {
  test.each(matrix)("$name is sound and proved", (change) => {
    const [document, notes, styles] = partsOf(write(change, mode));
    expect([...findingsIn(document), ...findingsIn(notes)]).toEqual([]);
    expect(relationsIn(document, notes, styles)).toEqual([]);
    const revisions = descendants(document, "w:ins", "w:del", "w:rPrChange", "w:pPrChange");
    if (mode !== "tracked") expect(revisions).toEqual([]);
  });
});

test("the same texts give the same bytes", () => {
  for (const change of matrix.slice(0, 20)) expect(write(change, "tracked")).toEqual(write(change, "tracked"));
});

test("who holds an alternative of unagreed text stays in the draft", () => {
  const base = resolution("The Assembly,\nnoting\na)\tone [two / three] four.", "en");
  const state = EditorState.create({ doc: base });
  const [pair] = bracketsOf(base).pairs;
  const { tr } = state;
  for (const { sign } of pair!.alternatives) {
    tr.addMark(sign.pos, sign.pos + 1, schema.mark("held", { by: "RCC" }));
  }
  for (const mode of ["tracked", "typeset", "clean"] as const) {
    const exported = (current: typeof base) => write({ name: "", base, current }, mode);
    expect(exported(tr.doc)).toEqual(exported(base));
  }
});

describe("tracked changes", () => {
  const named = (name: string) => partsOf(write(matrix.find((change) => change.name === name)!, "tracked"))[0];
  const marks = (document: XmlElement, name: string) =>
    descendants(document, "w:p").filter((paragraph) =>
      descendants(paragraph, "w:rPr").some((each) =>
        each.children.some((inner) => typeof inner !== "string" && inner.name === name && inner.children.length === 0),
      ),
    );

  test("an item inside a section carries its own mark", () => {
    const deleted = marks(named("suppress: first item"), "w:del");
    expect(deleted).toHaveLength(1);
    expect(descendants(deleted[0]!, "w:delText").length).toBeGreaterThan(0);
  });

  test("the last paragraph gives its mark to the one before it", () => {
    const document = named("suppress: last of the document");
    const deleted = marks(document, "w:del");
    expect(deleted).toHaveLength(1);
    // The paragraph that stays ends with the deleted mark; the deleted text ends with the mark that stays.
    expect(descendants(deleted[0]!, "w:delText")).toHaveLength(0);
  });

  test("a row of one text is tracked as a row, with its paragraphs", () => {
    const document = named("row: added last");
    const rows = descendants(document, "w:tr").filter((row) =>
      descendants(row, "w:trPr").some((each) => descendants(each, "w:ins").length > 0),
    );
    expect(rows).toHaveLength(1);
    expect(descendants(rows[0]!, "w:p").every((paragraph) => descendants(paragraph, "w:ins").length > 0)).toBe(true);
  });

  test("a change of level is a change of the paragraph's style", () => {
    const changes = descendants(named("level: deeper"), "w:pPrChange");
    expect(changes).toHaveLength(1);
  });

  test("Arabic paragraphs and runs say so", () => {
    const document = named("Arabic");
    const paragraphs = descendants(document, "w:p");
    expect(paragraphs.every((paragraph) => descendants(paragraph, "w:bidi").length === 1)).toBe(true);
    const latin = descendants(document, "w:r").filter((run) =>
      /[A-Za-z]/.test(
        descendants(run, "w:t", "w:delText")
          .map((each) => each.children.join(""))
          .join(""),
      ),
    );
    expect(latin.length).toBeGreaterThan(0);
    expect(latin.every((run) => descendants(run, "w:rtl").length === 0)).toBe(true);
  });
});
