import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { openBase } from "../../../shared/draft/open";
import { wordPackage } from "../../support/word-package";

const link = (id: string, words: string, more = "") =>
  `<w:hyperlink r:id="${id}"${more}><w:r><w:t>${words}</w:t></w:r></w:hyperlink>`;
const relationship = (id: string, target: string, kind = "hyperlink", mode = ' TargetMode="External"') =>
  `<Relationship Id="${id}"${mode} Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;

function linksIn(body: string, ...relationships: string[]): string[] {
  const parts = unzipSync(wordPackage(`<w:p>${body}</w:p>`));
  const name = "word/_rels/document.xml.rels";
  const before = Buffer.from(parts[name] as Uint8Array).toString();
  parts[name] = strToU8(before.replace("</Relationships>", `${relationships.join("")}</Relationships>`));
  const opened = openBase(zipSync(parts), "links.docx");
  if (!opened.ok) throw new Error(opened.error.code);
  // Every address is found by the mark that its words carry in the document.
  const found: string[] = [];
  opened.value.doc.descendants((node) => {
    const key = node.marks.find(({ type }) => type.name === "properties")?.attrs.key;
    const address = key === undefined ? undefined : opened.value.links[key];
    if (address !== undefined) found.push(`${node.text}: ${address}`);
  });
  expect(found.length).toBe(Object.keys(opened.value.links).length);
  return found;
}

test("words in a link lead where the relationship says, as it is written", () => {
  expect(linksIn(link("a", "council"), relationship("a", "https://www.itu.int/council?x=1&amp;y=2"))).toEqual([
    "council: https://www.itu.int/council?x=1&y=2",
  ]);
});

test("an anchor belongs to the address", () => {
  expect(linksIn(link("a", "part", ' w:anchor="s2"'), relationship("a", "https://www.itu.int/"))).toEqual([
    "part: https://www.itu.int/#s2",
  ]);
});

test.each([
  ["a link inside the file", link("", "here", ' w:anchor="there"'), ""],
  ["a relationship that is missing", link("a", "lost"), ""],
  ["a relationship of another kind", link("a", "picture"), relationship("a", "https://x.org/", "image")],
  ["a target inside the file", link("a", "part"), relationship("a", "styles.xml", "hyperlink", "")],
  ["an address that is longer than any", link("a", "long"), relationship("a", `https://x.org/${"x".repeat(3000)}`)],
])("%s leads nowhere", (_what, body, relations) => {
  expect(linksIn(body, relations)).toEqual([]);
});
