import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Result } from "../../../shared/result";
import { child, descend, element, sourceOf, textOf, type XmlElement, type XmlNode } from "../../../shared/xml/element";
import { decodeXml, encodeXml } from "../../../shared/xml/encoding";
import { readXml } from "../../../shared/xml/reader";
import { writeXml, writeXmlDocument } from "../../../shared/xml/writer";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function read(source: string) {
  const result = readXml(source);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "read" : result.error.code;
}

/** The tree without its offsets. */
function bare(node: XmlNode): unknown {
  if (typeof node === "string") return node;
  return [node.name, { ...node.attributes }, node.children.map(bare)];
}

describe("reading XML", () => {
  it("keeps order, white space and comments", () => {
    const { root } = read("<a> one <b x='1'/>\n<!-- c -->two</a>");
    expect(bare(root)).toEqual(["a", {}, [" one ", ["b", { x: "1" }, []], "\n", ["#comment", {}, [" c "]], "two"]]);
  });

  it("gives every element its exact source", () => {
    const source = `<?xml version="1.0"?>\r\n<w:a ${w}><w:p w:x="1>2" ><w:r>é 𝄞</w:r></w:p>\r\n<w:p/></w:a>`;
    const document = read(source);
    expect(document.root.children.filter((n) => typeof n !== "string").map((p) => sourceOf(document, p))).toEqual([
      '<w:p w:x="1>2" ><w:r>é 𝄞</w:r></w:p>',
      "<w:p/>",
    ]);
    expect(sourceOf(document, descend(document.root, "w:p", "w:r") as XmlElement)).toBe("<w:r>é 𝄞</w:r>");
  });

  it("names elements by namespace, not by the prefix a file chose", () => {
    const strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    expect(read(`<x:p xmlns:x="${strict}" x:id="3"/>`).root).toMatchObject({
      name: "w:p",
      attributes: { "w:id": "3" },
    });
    expect(read(`<p xmlns="${strict}"><r/></p>`).root).toMatchObject({ name: "w:p", children: [{ name: "w:r" }] });
    expect(read('<w:p xmlns:w="urn:else"/>').root.name).toBe("w_:p");
    const inner = read(`<a><b xmlns:x="${strict}"><x:p/></b><x:p/></a>`).root;
    expect(child(inner, "b")?.children[0]).toMatchObject({ name: "w:p" });
    expect(child(inner, "x:p")).toBeDefined();
  });

  it("writes into a document under that document's prefixes", () => {
    const { prefixes } = read('<x:a xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>');
    expect(writeXml(element("w:t", { "w:val": "1" }, ["a<b"]), prefixes)).toBe('<x:t x:val="1">a&lt;b</x:t>');
  });

  it("refuses what could hurt, each with its own code", () => {
    expect(codeOf(readXml('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'))).toBe("docx.doctype");
    expect(codeOf(readXml("<a>&e;</a>"))).toBe("docx.malformed-xml");
    expect(codeOf(readXml("<a>".repeat(100_000)))).toBe("docx.too-deep");
    expect(codeOf(readXml(`<a>${"<b/>".repeat(11)}</a>`, { depth: 9, elements: 10 }))).toBe("docx.too-many-elements");
    expect(codeOf(readXml("<a><b></a>"))).toBe("docx.malformed-xml");
    expect(codeOf(readXml("<a>\u0001</a>"))).toBe("docx.malformed-xml");
    expect(codeOf(readXml(""))).toBe("docx.malformed-xml");
  });

  it("says where the fault is", () => {
    const result = readXml("<a>\n <b></c></a>");
    expect(result).toMatchObject({ ok: false, error: { values: { line: 2 } } });
  });

  it("takes an attribute by any name", () => {
    const { root } = read('<a __proto__="x" constructor="y"/>');
    expect(Object.entries(root.attributes)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });

  it("joins text without comments", () => {
    expect(textOf(read("<a>x<b>y</b><!--no-->z</a>").root)).toBe("xyz");
  });
});

describe("writing XML", () => {
  const name = fc.constantFrom("a", "w:p", "w:rPr", "v:shape");
  const text = fc
    .string({ unit: "grapheme", minLength: 1 })
    .map((s) => s.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "") || "x");
  const tree = fc.letrec<{ node: XmlElement }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(name, text).map(([n, t]) => element(n, {}, [t])),
      fc
        .tuple(
          name,
          fc.dictionary(fc.constantFrom("x", "w:val", "xml:space"), text),
          fc.array(tie("node"), { maxLength: 3 }),
        )
        .map(([n, a, c]) => element(n, a, c)),
    ),
  })).node;

  it("is undone by reading", () => {
    fc.assert(
      fc.property(tree, (root) => {
        expect(bare(read(writeXmlDocument(root)).root)).toEqual(bare(root));
      }),
    );
  });

  it("leaves out what XML cannot hold", () => {
    expect(writeXml(element("a", {}, ["x\u0000\uD800y"]))).toBe("<a>xy</a>");
  });
});

describe("encodings", () => {
  it("gives the same bytes back", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("utf-8" as const, "utf-8-marked" as const, "utf-16le" as const, "utf-16be" as const),
        (text, encoding) => {
          const source = `<a>${text}</a>`;
          const decoded = decodeXml(encodeXml(source, encoding));
          expect(decoded).toMatchObject({ ok: true, value: { text: source, encoding } });
        },
      ),
    );
  });

  it("refuses bytes that would not survive", () => {
    expect(codeOf(decodeXml(Uint8Array.of(0x3c, 0x61, 0xff, 0xfe)))).toBe("docx.encoding");
    expect(codeOf(decodeXml(encodeXml('<?xml version="1.0" encoding="windows-1252"?><a/>', "utf-8")))).toBe(
      "docx.encoding",
    );
  });
});
