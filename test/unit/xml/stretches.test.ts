/** A document whose text comes in stretches is the document: wherever it is cut, the same children, the same refusals. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isElement, type XmlElement, type XmlNode } from "../../../shared/xml/element";
import { decodeXml, encodeXml, XmlDecoder, type XmlEncoding } from "../../../shared/xml/encoding";
import { readXml, readXmlStretches } from "../../../shared/xml/reader";

/** What can stand in a body, and what breaks it. */
const pieces = [
  '<w:p w:id="1"><w:r><w:t xml:space="preserve">one &amp; two</w:t></w:r></w:p>',
  '<w:p w:id="2"><w:r><w:t xml:space="preserve">中 é 😀</w:t></w:r></w:p >',
  "<w:p/>",
  " \r\n",
  "text between",
  "<!-- a > comment -->",
  "<![CDATA[<w:p>]]>",
  "<?pi some > data?>",
  '<w:tbl x="1>2" y=\'"\'><w:tr/></w:tbl>',
];
const faults = [
  "<w:p>",
  "</w:p>",
  "<",
  "&",
  "]]>",
  '<w:p x="1" x="2"/>',
  '<w:p x="',
  "<!-- -- -->",
  "\u0001",
  "<![CDATA[",
];

const document = fc
  .tuple(
    fc.constantFrom("", '<?xml version="1.0"?>\n', "\uFEFF<!-- before -->"),
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }),
    fc.option(fc.constantFrom(...faults), { freq: 3 }),
    fc.nat(12),
    fc.constantFrom("", "\n", "<!-- after -->", "<b/>", "text"),
  )
  .map(([prolog, body, fault, at, epilog]) => {
    const content = [...body];
    if (fault !== null) content.splice(at, 0, fault);
    return `${prolog}<w:document><w:body a="b">${content.join("")}</w:body></w:document>${epilog}`;
  });

describe("XML in stretches", () => {
  it("gives the children that the whole has, each with its own source, or the same refusal", () => {
    fc.assert(
      fc.property(document, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (source, lengths) => {
        expect(inStretches(source, lengths)).toEqual(asAWhole(source));
      }),
      { numRuns: 1500 },
    );
  });

  it("gives the same for a text of many stretches as long as those of files", () => {
    const source = `<w:document><w:body>${pieces.slice(0, 3).join("").repeat(3000)}</w:body></w:document>`;
    const stretched = inStretches(source, [1 << 16]);
    expect(stretched).toHaveLength(9000);
    expect(stretched).toEqual(asAWhole(source));
  });

  it("lets go of what was taken", () => {
    let longest = 0;
    const paragraph = `<w:p>${"word ".repeat(100)}</w:p>`;
    const stretches = ["<d><w:body>", ...new Array<string>(5000).fill(paragraph), "</w:body></d>"].values();
    const read = readXmlStretches(() => stretches.next().value ?? null, {
      under: "w:body",
      take: (_, source) => {
        longest = Math.max(longest, source.length);
      },
    });
    expect(read.ok).toBe(true);
    expect(longest).toBeGreaterThanOrEqual(paragraph.length);
    expect(longest).toBeLessThan(20 * 1024);
  });
});

describe("an encoding in stretches", () => {
  it("is that of the whole, wherever it is cut behind its first bytes", () => {
    const encodings: XmlEncoding[] = ["utf-8", "utf-8-marked", "utf-16le", "utf-16be"];
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom(...encodings.slice(0, 3)),
        fc.nat(),
        (text, encoding, cut) => {
          const bytes = encodeXml(`<a>${text}</a>`, encoding);
          const at = Math.min(bytes.length, 4 + (cut % bytes.length));
          const decoder = new XmlDecoder();
          const parts = [decoder.add(bytes.subarray(0, at)), decoder.add(bytes.subarray(at)), decoder.end()];
          expect(parts.map((part) => (part.ok ? part.value : part.error.code)).join("")).toBe(textIn(bytes));
        },
      ),
    );
  });

  it("fails where the last character is cut off", () => {
    const decoder = new XmlDecoder();
    expect(decoder.add(new Uint8Array([0x3c, 0x61, 0x3e, 0xc3])).ok).toBe(true);
    expect(decoder.end().ok).toBe(false);
  });
});

function textIn(bytes: Uint8Array): string {
  const decoded = decodeXml(bytes);
  return decoded.ok ? decoded.value.text : decoded.error.code;
}

interface Told {
  source: string;
  tree: unknown;
}

/** The children of the body as stretches of these lengths, taken in turns, give them; a string says why there are none. */
function inStretches(source: string, lengths: readonly number[]): Told[] | string {
  const found: Told[] = [];
  let [at, turn] = [0, 0];
  const next = () => {
    if (at >= source.length) return null;
    const from = at;
    at += lengths[turn++ % lengths.length]!;
    return source.slice(from, at);
  };
  const read = readXmlStretches(next, {
    under: "w:body",
    take: (element, within) => found.push(told(element, within)),
  });
  return read.ok ? found : read.error.code;
}

function asAWhole(source: string): Told[] | string {
  const read = readXml(source);
  if (!read.ok) return read.error.code;
  const bodies = read.value.root.children.filter(isElement).filter(({ name }) => name === "w:body");
  return bodies.flatMap(({ children }) =>
    children
      .filter((node): node is XmlElement => isElement(node) && !node.name.startsWith("#"))
      .map((node) => told(node, source)),
  );
}

function told(element: XmlElement, source: string): Told {
  return { source: source.slice(element.start, element.end), tree: bare(element) };
}

function bare(node: XmlNode): unknown {
  if (!isElement(node)) return node;
  return [node.name, { ...node.attributes }, node.children.map(bare)];
}
