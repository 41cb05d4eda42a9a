/** The reader takes plain text and nesting upon itself and asks saxes about the rest: saxes alone must say the same. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isElement, type XmlNode } from "../../../shared/xml/element";
import { readXml } from "../../../shared/xml/reader";
import { Random } from "../../fuzz/random";
import { saxesTree, type Tree } from "../../support/saxes-tree";

/** What stands in documents, and what breaks them. */
const pieces = [
  "<a>",
  "</a>",
  "</a >",
  "<b/>",
  "<b />",
  "<w:p>",
  "</w:p>",
  '<c x="1>2" y=\'"\'>',
  "</c>",
  '<d x="&lt;&#65;&amp;"\n\ty="2"/>',
  '<d x="1" x="2"/>',
  '<d x="" y=""/>',
  '<d x="1"y="2"/>',
  '<d x="1" y="2',
  '<d x="1" y="2"/>',
  '<d x = "a > b" >',
  "</d>",
  '<d x="1"">',
  '<d x="1\u0001"/>',
  '<d x="a\tb"/>',
  '<d x="&e;"/>',
  '<d x="😀"/>',
  "<d x=1/>",
  "<d x/>",
  '<d x="<"/>',
  '<e xmlns:q="http://purl.oclc.org/ooxml/wordprocessingml/main"><q:t q:v="1"/></e>',
  '<e xmlns="urn:x">',
  "</e>",
  '<__proto__ constructor="1"/>',
  '<b x="',
  '"/>',
  "'",
  "<",
  ">",
  "</",
  "/>",
  "</>",
  "<>",
  "< a>",
  "text",
  " ",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "é中\u202E",
  "😀",
  "\ud83d",
  "\ude00",
  "\u0000",
  "\u0001",
  "\u0085",
  "\u2028",
  "\uFEFF",
  "\uFFFE",
  "\u007f",
  "&amp;",
  "&#x1F600;",
  "&#0;",
  "&#x;",
  "&amp",
  "&",
  "&e;",
  "]]>",
  "]]",
  "<!-- c -->",
  "<!---->",
  "<!-->",
  "<!-- -- -->",
  "<!-- --->",
  "<!--",
  "-->",
  "<![CDATA[<x>&]]>",
  "<![CDATA[]]>",
  "<![CDATA[",
  "<?pi some > data?>",
  "<?pi?>",
  "<? pi?>",
  "<?xml version='1.0'?>",
  "<?xml",
  "?>",
  "<!DOCTYPE a>",
  '<!DOCTYPE a [<!ENTITY e "x">]>',
  "<!x>",
];
const prologs = [
  "",
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
  '\uFEFF<?xml version="1.0"?>',
  '<?xml version="1.1"?>',
  '<?xml version="1.2"?>',
  "\n<!-- before --><?pi?> ",
];

/** Sound documents with some pieces too many, too few or in the wrong place. */
function someDocument(random: Random): string {
  const parts: string[] = [];
  const write = (depth: number): void => {
    for (let left = random.below(4); left > 0; left--) {
      const name = random.pick(["a", "w:p", "c", "é-1"]);
      const kind = random.below(6);
      if (kind > 2 && depth < 4) {
        parts.push(`<${name}${random.below(3) === 0 ? ' w:id="7" x="a&amp;b"' : ""}>`);
        write(depth + 1);
        parts.push(`</${name}>`);
      } else
        parts.push(
          random.pick([
            "text",
            " ",
            "&lt;&#233;",
            "\r\n",
            "😀",
            "<b/>",
            "<!-- c -->",
            "<![CDATA[&]]>",
            "<?p q?>",
            "a>b",
          ]),
        );
    }
  };
  parts.push("<a>");
  write(0);
  parts.push("</a>");
  for (let left = random.below(4); left > 0; left--) {
    const at = random.below(parts.length + 1);
    parts.splice(at, random.below(2), ...(random.below(3) > 0 ? [random.pick(pieces)] : []));
  }
  return random.pick(prologs) + parts.join("");
}

/** What the reader says, in the form of `saxesTree`. */
function ownTree(source: string): Tree | string {
  const read = readXml(source);
  if (read.ok) return told(read.value.root) as Tree;
  const { code, values } = read.error;
  if (code === "docx.doctype") return "doctype";
  return code === "docx.malformed-xml" ? `malformed at ${values?.line}:${values?.column}` : code;
}

function told(node: XmlNode): Tree | string {
  if (!isElement(node)) return node;
  const { name, attributes, children, start, end } = node;
  return { name, attributes: Object.entries(attributes), children: children.map(told), start, end };
}

describe("reading XML piece by piece", () => {
  it("says what saxes says about any document", () => {
    const random = new Random(20261122);
    let sound = 0;
    for (let round = 0; round < 6000; round++) {
      const source = someDocument(random);
      if (/\p{Surrogate}/u.test(source)) {
        // saxes takes half a pair together with what follows; XML has no such character.
        expect(ownTree(source), JSON.stringify(source)).toMatch(/^malformed|^doctype/);
        continue;
      }
      const expected = saxesTree(source);
      if (typeof expected !== "string") sound++;
      expect(ownTree(source), JSON.stringify(source)).toEqual(expected);
    }
    // Neither all of them broken nor all of them whole.
    expect(sound).toBeGreaterThan(1500);
    expect(sound).toBeLessThan(5000);
  });

  it("says what saxes says about every part of the program's own Word files", () => {
    const folder = join("resources", "templates");
    const files = readdirSync(folder).filter((name) => name.endsWith(".docx"));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expectSameParts(join(folder, file));
  });

  const corpus = "../shared/corpus";
  it.skipIf(!existsSync(corpus))(
    "says what saxes says about Word files of the corpus",
    () => {
      const files = readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".docx"));
      // Every thirtieth, for time; all of them with CORPUS=all.
      const chosen = process.env.CORPUS === "all" ? files : files.filter((_, index) => index % 30 === 0);
      for (const file of chosen) expectSameParts(join(corpus, file));
    },
    600_000,
  );
});

function expectSameParts(path: string): void {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(new Uint8Array(readFileSync(path)), {
      filter: ({ name, originalSize }) => /\.(xml|rels)$/.test(name) && originalSize < 2e6,
    });
  } catch {
    // Not a sound package: other tests have it.
    return;
  }
  for (const [name, bytes] of Object.entries(parts)) {
    const source = strFromU8(bytes);
    // As text, because looking into a hundred thousand elements one by one takes minutes.
    const same = JSON.stringify(ownTree(source)) === JSON.stringify(saxesTree(source));
    expect(same, `${path} ${name}`).toBe(true);
  }
}
