import { expect, test } from "vitest";
import { keptPlaces } from "../../../renderer/session/kept-places";
import { openBase } from "../../../shared/draft/open";
import { wordPackage } from "../../support/word-package";

const field = '<w:fldSimple w:instr=" SEQ readings "><w:r><w:t>7</w:t></w:r></w:fldSimple>';
const equation = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>";
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

test("a kind of kept thing is found in the blocks that hold it, and in no other", () => {
  const opened = openBase(
    wordPackage(
      `<w:p>${run("considering")}</w:p><w:p>${run("a)\tthat table ")}${field}${run(" is old;")}</w:p>` +
        `<w:p>${run("b)\tthat ")}${equation}${run(",")}</w:p><w:p>${run("resolves")}</w:p><w:p>${run("1\tto wait.")}</w:p>`,
    ),
    "kept.docx",
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const codes = opened.messages.map(({ code }) => code);
  expect(codes).toContain("docx.kept-field");
  expect(keptPlaces(opened.value.doc, "docx.kept-field").map(({ name }) => name)).toEqual(["considering a)"]);
  expect(keptPlaces(opened.value.doc, "docx.kept-equation").map(({ name }) => name)).toEqual(["considering b)"]);
  expect(keptPlaces(opened.value.doc, "docx.kept-image")).toEqual([]);
  expect(keptPlaces(opened.value.doc, "docx.protected")).toEqual([]);
});

test("a thing that stands alone is named by the words before it", () => {
  const drawing = "<w:r><w:pict/></w:r>";
  const opened = openBase(
    wordPackage(`<w:p>${drawing}</w:p><w:p>${run("Stations of the islands")}</w:p><w:p>${drawing}</w:p>`),
    "kept.docx",
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const names = keptPlaces(opened.value.doc, "docx.kept-image").map(({ name }) => name);
  expect(names).toEqual(["▣", "Stations of the islands … ▣"]);
});
