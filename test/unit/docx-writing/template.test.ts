/** The template: its package is what its parts give, and its styles are those the writer asks for. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { styleIds } from "../../../shared/docx/style-ids";
import { readStyles } from "../../../shared/docx/styles-reader";
import { readPart, readXmlPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { child, childElements, isElement } from "../../../shared/xml/element";

const folder = join(__dirname, "../../../resources/templates");
const opened = readPackage(new Uint8Array(readFileSync(join(folder, "itu.docx"))));
if (!opened.ok) throw new Error(opened.error.code);
const template = opened.value;

test("the package holds its parts as they stand in the folder", () => {
  const names = readdirSync(join(folder, "itu"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "itu").length + 1));
  expect(names.length).toBe(template.parts.length);
  for (const name of names) {
    const part = readPart(template, name.replaceAll("\\", "/"));
    // Run `node scripts/template.mjs` after a part was edited.
    expect(part.ok && Buffer.from(part.value).toString("utf8"), name).toBe(
      readFileSync(join(folder, "itu", name), "utf8"),
    );
  }
});

test("every style that is based on or followed by another finds it", () => {
  const styles = readXmlPart(template, "word/styles.xml");
  if (!styles.ok) throw new Error(styles.error.code);
  const all = childElements(styles.value.root, "w:style");
  const ids = all.map((style) => style.attributes["w:styleId"]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const style of all) {
    for (const name of ["w:basedOn", "w:next"]) {
      const other = child(style, name)?.attributes["w:val"];
      if (other !== undefined) expect(ids, `${style.attributes["w:styleId"]} ${name}`).toContain(other);
    }
    const order = style.children.filter(isElement).map(({ name }) => name);
    const known = [
      "w:name",
      "w:basedOn",
      "w:next",
      "w:uiPriority",
      "w:semiHidden",
      "w:unhideWhenUsed",
      "w:qFormat",
      "w:pPr",
      "w:rPr",
      "w:tblPr",
    ];
    expect(order).toEqual([...order].sort((a, b) => known.indexOf(a) - known.indexOf(b)));
  }
});

test("the ITU styles are there by name", () => {
  const styles = readXmlPart(template, "word/styles.xml");
  if (!styles.ok) throw new Error(styles.error.code);
  const ids = styleIds(readStyles(styles.value.root));
  const names = [
    ..."Res_No Res_title Res_ref Normal_after_title Call enumlev1 enumlev2 enumlev3 Annex_No Annex_title".split(" "),
    ..."Heading_b Proposal Reasons Table_head Table_text Source Note Section_No Section_title".split(" "),
    ...["heading 1", "heading 9", "Title 1", "footnote text", "header"],
  ];
  for (const name of names) expect(ids.paragraph([name]), name).not.toBeNull();
  expect(ids.character(["footnote reference"])).toBe("FootnoteReference");
  expect(ids.table(["Table Grid"])).toBe("TableGrid");
});
