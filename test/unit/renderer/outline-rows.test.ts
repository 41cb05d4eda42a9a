import { describe, expect, test } from "vitest";
import { outlineRows, sumUp, visibleRows } from "../../../renderer/session/outline-rows";
import { openBase } from "../../../shared/draft/open";
import { redline } from "../../../shared/redline/redline";
import { recognise } from "../../../shared/resolution/recognise";
import { modelToDoc } from "../../../shared/schema/model-to-doc";
import { schema } from "../../../shared/schema/schema";
import { readText } from "../../../shared/text/reader";
import { conferenceFile } from "../../support/conference-files";
import { resolution } from "../../support/resolution-builder";

const base = resolution(
  "The Assembly,\nconsidering\na)\tthe first thing;\nb)\tthe second thing to weigh:\n  i)\tone part of it;\nresolves\n1\tto act;",
  "en",
);
const current = resolution(
  "The Assembly,\nconsidering\na)\tthe first thing;\nb)\tthe second thing to measure:\n  i)\tone part of it;\nresolves\n1\tto act;\n2\tto report on something entirely new;",
  "en",
);

function outline(from = base, to = current): string[] {
  return outlineRows(redline(from, to)).map(({ depth, label, text, status }) => `${depth} ${label || text} ${status}`);
}

test("calls, items and sub-items stand under each other with their status", () => {
  expect(outline()).toEqual([
    "1 considering modified",
    "2 a) unchanged",
    "2 b) modified",
    "3 i) unchanged",
    "1 resolves modified",
    "2 1 unchanged",
    "2 2 added",
  ]);
});

test("a section whose items are all suppressed is suppressed", () => {
  const shorter = resolution("The Assembly,\nresolves\n1\tto act;", "en");
  const rows = outlineRows(redline(base, shorter));
  expect(rows.find(({ text }) => text === "considering")?.status).toBe("suppressed");
});

test("a folded row hides everything below it and nothing else", () => {
  const rows = outlineRows(redline(base, current));
  const folded = new Set([rows[0]?.key ?? ""]);
  expect(visibleRows(rows, folded, false).map(({ label, text }) => label || text)).toEqual([
    "considering",
    "resolves",
    "1",
    "2",
  ]);
});

test("only what changed leaves the unchanged out", () => {
  const rows = outlineRows(redline(base, current));
  expect(visibleRows(rows, new Set(), true).map(({ label, text }) => label || text)).toEqual([
    "considering",
    "b)",
    "resolves",
    "2",
  ]);
});

test.each([
  [["unchanged", "unchanged"], "unchanged"],
  [["added", "added"], "added"],
  [["unchanged", "relabelled"], "relabelled"],
  [["relabelled", "moved"], "modified"],
  [["unchanged", "added"], "modified"],
  [["frame", "suppressed"], "suppressed"],
  [[], "frame"],
] as const)("%j sums up to %s", (statuses, sum) => {
  expect(sumUp(statuses)).toBe(sum);
});

test("of several proposals each has a row of its own, with all it holds below", () => {
  const one = resolution("The Assembly,\nresolves\n1\tto act;", "en").firstChild!;
  const two = resolution("The Assembly,\nresolves\n1\tto rest;", "en").firstChild!;
  const doc = schema.node("doc", { language: "en" }, [one, two]);
  const names = [
    { marker: "MOD", identifier: "EUR/1/1" },
    { marker: "MOD", identifier: "EUR/1/2" },
  ];
  const rows = outlineRows(redline(doc, doc), names);
  expect(rows.map(({ depth, label, text }) => `${depth} ${label} ${text}`)).toEqual([
    "1 MOD EUR/1/1",
    "2  resolves",
    "3 1 to act;",
    "1 MOD EUR/1/2",
    "2  resolves",
    "3 1 to rest;",
  ]);
  expect(visibleRows(rows, new Set([rows[0]!.key]), false).map(({ text }) => text)).toEqual([
    "EUR/1/1",
    "EUR/1/2",
    "resolves",
    "to rest;",
  ]);
});

describe("what stands outside a resolution", () => {
  const texts = (lines: string) => {
    const read = readText(new TextEncoder().encode(lines), "text");
    if (!read.ok) throw new Error("The text of this test cannot be read.");
    const model = recognise(read.value);
    if (!model.ok) throw new Error("The text of this test has no structure.");
    const doc = modelToDoc(model.value);
    return outlineRows(redline(doc, doc)).map(({ depth, kind, label, text }) => `${depth} ${kind} ${label || text}`);
  };

  test("of the front matter its labels are listed, not its bullets", () => {
    expect(
      texts("Report on rivers\nSummary:\nIt is about rivers.\n•\tResolution 7\nReferences:\n•\tResolution 8"),
    ).toEqual(["1 front Report on rivers", "1 front Summary:", "1 front References:"]);
  });

  test("the mark of a note is no part of a row's text", () => {
    const doc = resolution("The Assembly,\nresolves\n1\tthat rivers[^1] be measured;", "en");
    expect(outlineRows(redline(doc, doc)).at(-1)?.text).toBe("that rivers be measured;");
  });
});

test("a table is named by its first text, one without any has no row, and lines of a table of contents are no headings", () => {
  const cell = (text: string) => ({ entries: [["Normal", text] as const] });
  const file = conferenceFile({
    entries: [
      ["Normal", "Contents"],
      ["toc 1", "1\tRoads\t3"],
      ["toc 2", "1.1\tRails\t4"],
      {
        table: [
          [cell(""), cell("Numbers of roads")],
          [cell(""), cell("")],
        ],
      },
      ["Normal", "Between."],
      { table: [[cell(""), cell("")]] },
      ["heading 1", "1\tRoads"],
    ],
  });
  const opened = openBase(file, "file.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  const { doc } = opened.value;
  expect(outline(doc, doc)).toEqual(["1 Contents unchanged", "1 Numbers of roads unchanged", "1 1 unchanged"]);
});
