/** The line that opens a proposal in its own Word file: it stands once, as it came, whatever it says. */
import { Fragment } from "prosemirror-model";
import { expect, test } from "vitest";
import { spacedParagraphs, withWordAt } from "../../support/word-edits";
import { exportWord, openWord, xmlOf } from "../../support/word-export";
import { wordPackage } from "../../support/word-package";

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const table = `<w:tbl><w:tr><w:tc>${paragraph("474")}</w:tc><w:tc>${paragraph("3 The amounts due bear interest.")}</w:tc></w:tr></w:tbl>`;

const numbered = table.replace("3 The", "3\tThe").replace("474", "474</w:t><w:br/><w:t>PP-98");

test.each([
  ["MOD\tZZZ/2222/1", table],
  ["MOD\tZZZ/2222/1", numbered],
  ["MOD\tZZZ/2222/1", `${numbered}<w:p/>`],
  ["MOD\tZZZ/2222/1", paragraph("RESOLUTION 7 (Place, 2030)") + paragraph("A title of two words")],
  ["MOD", paragraph("RESOLUTION 7 (Place, 2030)") + paragraph("A title of two words")],
])("%s", (line, body) => {
  const { source, base } = openWord(wordPackage(paragraph(line) + body + paragraph("The end of it.")));
  for (const current of [base, ...spacedParagraphs(base).map((place) => withWordAt(base, new Set([place])))]) {
    for (const mode of ["tracked", "clean"] as const) {
      const { bytes, messages } = exportWord({ base, current, source, mode });
      expect(messages).toEqual([]);
      const [marker, identifier] = line.split("\t") as [string, string | undefined];
      expect(xmlOf(bytes).split(identifier ?? marker)).toHaveLength(2);
      if (current === base) expect(bytes).toEqual(source);
    }
  }
});

test.each([
  ["a space", ["MOD EUR/16A21A1/1"]],
  ["nothing", ["MODEUR/16A21A1/1"]],
  ["the number of a list behind it", ["MOD\tEUR/16A21A1/1#50281"]],
  ["two lines", ["MOD", "EUR/16A21A1/1"]],
  ["two lines, identifier first", ["EUR/16A21A1/1", "MOD"]],
])("marker and identifier with %s between them stand as they came", (_form, lines) => {
  const opening = lines.map(paragraph).join("");
  const text = "RESOLUTION 7 (Place, 2030)|A title of two words|The Council,|considering|that masts are old,".split(
    "|",
  );
  const { source, base } = openWord(wordPackage(opening + text.map(paragraph).join("")));
  expect(base.firstChild!.attrs).toMatchObject({ marker: "MOD", identifier: "EUR/16A21A1/1" });
  const [place] = spacedParagraphs(base).slice(-1);
  for (const current of [base, withWordAt(base, new Set([place!]))]) {
    const { bytes, messages } = exportWord({ base, current, source });
    expect(messages).toEqual([]);
    expect(xmlOf(bytes)).toContain(opening);
  }
});

const by = 'w:id="9" w:author="Ana" w:date="2030-01-02T03:04:00Z"';
const tracked = (former: string, marker: string) =>
  `<w:p><w:del ${by}><w:r><w:delText>${former}</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>${marker}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">\tEUR/16A21A1/1</w:t></w:r></w:p>`;

test.each([
  ["in the file, tracked", tracked("MOD", "NOC"), null],
  ["in the file, tracked", tracked("MOD", "SUP"), null],
  ["in the draft", paragraph("MOD\tEUR/16A21A1/1"), "NOC"],
  ["in the draft", paragraph("MOD\tEUR/16A21A1/1"), "SUP"],
])("a marker that was changed %s leaves into the own file", (_where, line, typed) => {
  const text = ["RESOLUTION 7 (Place, 2030)", "A title of two words", "The Council,", "resolves", "to keep masts."];
  const source = wordPackage(line + text.map(paragraph).join(""));
  const { base, current: shown } = openWord(source);
  const proposal = shown.firstChild!;
  const marker = typed ?? proposal.attrs.marker;
  const current = base.copy(Fragment.from(proposal.type.create({ ...proposal.attrs, marker }, proposal.content)));
  expect([base.firstChild!.attrs.marker, marker]).toEqual(["MOD", expect.stringMatching(/NOC|SUP/)]);
  const { bytes, messages } = exportWord({ base, current, source });
  expect(messages).toEqual([]);
  expect(openWord(bytes).current.firstChild!.attrs.marker).toBe(marker);
});
