import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contentTypeOf, readContentTypes, withTypedPart } from "../../../shared/opc/content-types";
import { packageLimits } from "../../../shared/opc/limits";
import { findPart, readPart, withPart } from "../../../shared/opc/package";
import { readPackage } from "../../../shared/opc/package-reader";
import { writePackage } from "../../../shared/opc/package-writer";
import { readRelationships, resolveTarget, withRelationship } from "../../../shared/opc/relationships";
import type { Result } from "../../../shared/result";

const types =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="XML" ContentType="text/x"/></Types>';
const files = {
  "[Content_Types].xml": strToU8(types),
  "word/document.xml": strToU8("<a>text</a>"),
  "word/media/image1.png": Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251),
};

function opened<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? "read" : result.error.code;
}

function edited(bytes: Uint8Array, edit: (copy: Uint8Array, text: string) => void): Uint8Array {
  const copy = bytes.slice();
  edit(copy, strFromU8(copy, true));
  return copy;
}

describe("a package", () => {
  it("is written with the same parts, in the same order, as it was read", () => {
    const written = writePackage(opened(readPackage(zipSync(files))));
    expect(Object.entries(unzipSync(written))).toEqual(Object.entries(files));
  });

  it("is written to the same bytes each time", () => {
    const from = opened(readPackage(zipSync(files)));
    expect(writePackage(from)).toEqual(writePackage(from));
    expect(writePackage(opened(readPackage(writePackage(from))))).toEqual(writePackage(from));
  });

  it("carries any contents through", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.bin$/), fc.uint8Array({ maxLength: 300 }), { minKeys: 1 }),
        (parts) => {
          const read = opened(readPackage(zipSync(parts)));
          const replaced = Object.keys(parts).reduce((all, name) => withPart(all, name, parts[name]!), read);
          const again = opened(readPackage(writePackage(replaced)));
          for (const name of Object.keys(parts)) expect(opened(readPart(again, name))).toEqual(parts[name]);
        },
      ),
    );
  });

  it("replaces a part in its place and finds parts without regard to case", () => {
    const from = opened(readPackage(zipSync(files)));
    const changed = withPart(from, "WORD/Document.XML", strToU8("<b/>"));
    expect(changed.parts.map((part) => part.name)).toEqual(Object.keys(files));
    expect(strFromU8(opened(readPart(changed, "word/document.xml")))).toBe("<b/>");
    expect(strFromU8(opened(readPart(from, "word/document.xml")))).toBe("<a>text</a>");
  });

  it("registers a new part and a new relationship without rewriting what is there", () => {
    const from = opened(readPackage(zipSync(files)));
    const withNotes = withTypedPart(from, "word/footnotes.xml", strToU8("<n/>"), "text/notes");
    const first = withRelationship(withNotes, "word/document.xml", "http://x/footnotes", "footnotes.xml");
    const second = withRelationship(first.package, "word/document.xml", "http://x/hyperlink", "http://y?a&b", true);
    const read = opened(readPackage(writePackage(second.package)));
    const contentTypes = opened(readContentTypes(read));
    expect(contentTypeOf(contentTypes, "word/footnotes.xml")).toBe("text/notes");
    expect(contentTypeOf(contentTypes, "word/document.xml")).toBe("text/x");
    expect(strFromU8(findPart(read, "[Content_Types].xml")!.bytes!)).toContain(types.replace("</Types>", ""));
    expect(opened(readRelationships(read, "word/document.xml"))).toEqual([
      { id: "rId1", kind: "footnotes", type: "http://x/footnotes", target: "word/footnotes.xml", external: false },
      { id: "rId2", kind: "hyperlink", type: "http://x/hyperlink", target: "http://y?a&b", external: true },
    ]);
  });

  it("resolves targets inside the package only", () => {
    expect(resolveTarget("word/document.xml", "../customXml/item1.xml")).toBe("customXml/item1.xml");
    expect(resolveTarget("word/document.xml", "/docProps/core.xml")).toBe("docProps/core.xml");
    expect(resolveTarget("word/document.xml", "../../../etc/passwd")).toBe("etc/passwd");
  });
});

describe("a hostile or broken file", () => {
  const good = zipSync(files, { level: 0 });

  it("is named for what it is", () => {
    const compound = (name: string) => {
      const bytes = new Uint8Array(2048);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0]);
      bytes.set(strToU8([...name].join("\0"), true), 1024);
      return bytes;
    };
    expect(codeOf(readPackage(new Uint8Array()))).toBe("docx.empty");
    expect(codeOf(readPackage(strToU8("{\\rtf1}")))).toBe("docx.rtf");
    expect(codeOf(readPackage(strToU8("%PDF-1.7\n")))).toBe("docx.pdf");
    for (const page of ["<!DOCTYPE html><p>", "<html>", '<?xml version="1.0"?>\n<!-- x --><html lang="fr">']) {
      expect(codeOf(readPackage(strToU8(page)))).toBe("docx.html");
    }
    const odt = zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text") }, { level: 0 });
    expect(codeOf(readPackage(odt))).toBe("docx.open-document");
    expect(codeOf(readPackage(strToU8("text")))).toBe("docx.plain-text");
    expect(codeOf(readPackage(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1])))).toBe("docx.not-a-package");
    expect(codeOf(readPackage(compound("EncryptedPackage")))).toBe("docx.encrypted");
    expect(codeOf(readPackage(compound("WordDocument")))).toBe("docx.legacy");
    expect(codeOf(readPackage(good.subarray(0, good.length - 40)))).toBe("docx.damaged-zip");
  });

  it("is refused when a checksum or a length does not hold", () => {
    const damaged = edited(good, (copy, text) => {
      copy[text.indexOf("<a>text") + 3]! ^= 1;
    });
    expect(readPackage(damaged)).toMatchObject({
      ok: false,
      error: { code: "docx.damaged-part", where: { part: "word/document.xml" } },
    });
    const shorter = edited(zipSync(files), (copy, text) => {
      const central = text.lastIndexOf("word/document.xml") - 46;
      new DataView(copy.buffer).setUint32(central + 24, 4, true);
    });
    expect(codeOf(readPackage(shorter))).toBe("docx.damaged-part");
  });

  it("is refused when directory and headers tell two stories", () => {
    const renamed = edited(good, (copy, text) => {
      copy[text.indexOf("word/document.xml")] = 0x78;
    });
    expect(codeOf(readPackage(renamed))).toBe("docx.damaged-zip");
    const overlapping = edited(good, (copy, text) => {
      const view = new DataView(copy.buffer);
      const [first, second] = [text.lastIndexOf("[Content") - 46, text.lastIndexOf("word/document.xml") - 46];
      view.setUint32(first + 20, view.getUint32(second + 42, true), true);
      view.setUint32(first + 24, view.getUint32(second + 42, true), true);
    });
    expect(codeOf(readPackage(overlapping))).toBe("docx.damaged-zip");
  });

  it("is refused when a field of wide numbers claims more than it holds", () => {
    const short = zipSync({ "a.xml": strToU8("<a/>") }, { level: 0, extra: { 1: new Uint8Array() } });
    const claiming = edited(short, (copy, text) => {
      const view = new DataView(copy.buffer);
      const central = text.lastIndexOf("PK\u0001\u0002");
      for (const place of [20, 24, 42]) view.setUint32(central + place, 0xffffffff, true);
      view.setUint16(central + 46 + "a.xml".length + 2, 0xffff, true);
    });
    expect(codeOf(readPackage(claiming))).toBe("docx.damaged-zip");
  });

  it("is refused for names that leave the package or stand twice", () => {
    expect(codeOf(readPackage(zipSync({ "../evil.xml": strToU8("<a/>") })))).toBe("docx.unsafe-name");
    expect(codeOf(readPackage(zipSync({ "/etc/a.xml": strToU8("<a/>") })))).toBe("docx.unsafe-name");
    expect(codeOf(readPackage(zipSync({ "C:\\a.xml": strToU8("<a/>") })))).toBe("docx.unsafe-name");
    expect(codeOf(readPackage(zipSync({ "a.xml": strToU8("<a/>"), "A.xml": strToU8("<a/>") })))).toBe(
      "docx.duplicate-part",
    );
  });

  it("is refused by what it declares, before it is inflated", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(40_000_000) }, { level: 9 });
    expect(codeOf(readPackage(bomb))).toBe("docx.bomb");
    expect(codeOf(readPackage(good, { ...packageLimits, xmlPart: 5 }))).toBe("docx.part-too-large");
    expect(codeOf(readPackage(good, { ...packageLimits, entries: 2 }))).toBe("docx.too-many-parts");
    expect(codeOf(readPackage(good, { ...packageLimits, file: 20 }))).toBe("docx.too-large");
  });

  it("never throws, whatever byte is changed", () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
        const mutated = good.slice(0, Math.max(length, good.length - 100));
        if (at < mutated.length) mutated[at] = byte;
        const read = readPackage(mutated);
        if (read.ok) for (const part of read.value.parts) readPart(read.value, part.name);
      }),
      { numRuns: 500 },
    );
  });
});
