import { describe, expect, it } from "vitest";
import { child, type XmlDocument, type XmlElement } from "../../../shared/xml/element";
import { appendTo, applyPatches } from "../../../shared/xml/patch";
import { readXml } from "../../../shared/xml/reader";

function read(source: string): XmlDocument {
  const result = readXml(source);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function appended(source: string, name: string): string {
  const document = read(source);
  const parent = name === document.root.name ? document.root : (child(document.root, name) as XmlElement);
  return applyPatches(source, [appendTo(document, parent, "<new/>")]);
}

describe("patching a part", () => {
  it("replaces, removes and inserts, in whatever order it is told", () => {
    const patches = [
      { start: 4, end: 6, text: "" },
      { start: 2, end: 2, text: "A" },
      { start: 2, end: 2, text: "B" },
      { start: 0, end: 1, text: "x" },
    ];
    expect(applyPatches("0123456789", patches)).toBe("x1AB236789");
  });

  it("refuses patches that overlap", () => {
    expect(() =>
      applyPatches("0123", [
        { start: 0, end: 2, text: "" },
        { start: 1, end: 3, text: "" },
      ]),
    ).toThrow();
  });

  it("adds to an element however it is written", () => {
    expect(appended("<a><b>x</b ></a>", "b")).toBe("<a><b>x<new/></b ></a>");
    expect(appended('<a><b c="/>"/></a>', "b")).toBe('<a><b c="/>"><new/></b></a>');
    expect(appended("<a></a>\n<!-- after -->", "a")).toBe("<a><new/></a>\n<!-- after -->");
  });
});
