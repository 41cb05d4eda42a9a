/** Word files laid out as conferences do: what each holds on both sides, and that it leaves for its own file as it came. */
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../../shared/docx/document-reader";
import { exportDocx } from "../../../shared/docx/export-docx";
import { openBase } from "../../../shared/draft/open";
import { redline } from "../../../shared/redline/redline";
import { conferenceFile } from "../../support/conference-files";
import { conferenceSamples } from "../../support/conference-samples";
import { spacedParagraphs, withWordAt } from "../../support/word-edits";
import { template } from "../../support/word-export";

function open(name: string) {
  const source = conferenceFile(conferenceSamples[name]!);
  const opened = openBase(source, "file.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  return { source, base: opened.value.doc, current: opened.value.current ?? opened.value.doc };
}

/** A document as one line per proposal, head and section, with the labels of the items in it. */
function shapeOf(doc: Node): string[] {
  const lines: string[] = [];
  doc.descendants((node) => {
    const { name } = node.type;
    if (name === "proposal") lines.push(`${node.attrs.marker} ${node.attrs.identifier}`.trim());
    if (
      ["resolutionNumber", "resolutionTitle", "resolutionReference", "enacting", "annexNumber", "annexTitle"].includes(
        name,
      )
    )
      lines.push(
        `${name}: ${node.textBetween(0, node.content.size, "", (leaf) => (leaf.type.name === "hardBreak" ? "/" : ""))}`,
      );
    if (name === "section") {
      const labels = node.children
        .slice(1)
        .map((item) => `${"·".repeat(Math.max(0, item.attrs.level - 1))}${item.attrs.label.trim() || "_"}`);
      lines.push(`${node.attrs.part} ${node.firstChild!.textContent}: ${labels.join(" ")}`);
    }
    if (node.attrs.role === "reasons") lines.push(`reasons: ${node.textContent}`);
    return !node.isTextblock;
  });
  return lines;
}

const paragraphs = (bytes: Uint8Array) => {
  const file = readDocx(bytes);
  if (!file.ok) throw new Error(file.error.code);
  const part = file.value.parts.get(file.value.main)!;
  return part.slices.p.map(({ start, end }) => part.document.source.slice(start, end));
};

describe.each(Object.keys(conferenceSamples))("%s", (name) => {
  test("is read on both sides", () => {
    const { base, current } = open(name);
    expect({ base: shapeOf(base), current: shapeOf(current) }).toMatchSnapshot();
  });

  test("leaves as it came, and with a word more in one paragraph", () => {
    const { source, base, current } = open(name);
    const write = (to: Node) => {
      const compared = { base, current: to, redline: redline(base, to) };
      const written = exportDocx({ ...compared, mode: "tracked", author: "D", date: "2030-01-01", template, source });
      if (!written.ok) throw new Error(written.error.code);
      expect(written.messages).toEqual([]);
      return written.value;
    };
    expect(paragraphs(write(current))).toEqual(paragraphs(source));
    const places = spacedParagraphs(current);
    const after = new Set(paragraphs(write(withWordAt(current, new Set([places[Math.floor(places.length / 2)]!])))));
    expect(paragraphs(source).filter((paragraph) => !after.has(paragraph)).length).toBe(1);
  });
});
