import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, largestText } from "../../../shared/text/decode";
import { processorClock } from "../../support/processor-time";

const sample = "RÉSOLUTION 85 (Rév. Kigali, 2022)\nrappelant\na)\tl'œuvre – 2 €\n";

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes: number[] = [];
  for (const unit of (mark ? "\uFEFF" : "") + text) {
    for (let at = 0; at < unit.length; at++) {
      const code = unit.charCodeAt(at);
      bytes.push(...(bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8]));
    }
  }
  return Uint8Array.from(bytes);
}

function windows1252(text: string): Uint8Array {
  const upper: Record<string, number> = { œ: 0x9c, "–": 0x96, "€": 0x80, "’": 0x92 };
  return Uint8Array.from([...text].map((character) => upper[character] ?? character.charCodeAt(0)));
}

function errorOf(bytes: Uint8Array): string {
  const result = decodeText(bytes);
  return result.ok ? "" : result.error.code;
}

describe("decodeText", () => {
  it.each([
    ["UTF-8", utf8(sample)],
    ["UTF-8", utf8(`\uFEFF${sample}`)],
    ["UTF-16LE", utf16(sample, false, true)],
    ["UTF-16BE", utf16(sample, true, true)],
    ["UTF-16LE", utf16(sample, false, false)],
    ["UTF-16BE", utf16(sample, true, false)],
    ["UTF-16LE", utf16("第154号决议（2006年，安塔利亚）\n忆及\na) 条约；\n", false, false)],
    ["Windows-1252", windows1252(sample)],
  ])("reads %s, sample %#", (encoding, bytes) => {
    const result = decodeText(bytes);
    expect(result).toMatchObject({ ok: true, value: { encoding }, messages: [] });
    if (result.ok && !result.value.text.startsWith("第")) expect(result.value.text).toBe(sample);
  });

  it.each(["\r\n", "\r", "\n"])("reads line ends %j as line feeds", (end) => {
    expect(decodeText(utf8(["a", "b", "c"].join(end)))).toMatchObject({ value: { text: "a\nb\nc" } });
  });

  it("decodes any text that was encoded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        fc.pre(text.trim() !== "" && !/[\0-\x08\x0E-\x1F\r\u2028\u2029\uFEFF]/u.test(text));
        expect(decodeText(utf8(`é${text}`))).toMatchObject({ ok: true, value: { text: `é${text}` } });
        expect(decodeText(utf16(text, true, true))).toMatchObject({ ok: true, value: { text } });
      }),
    );
  });

  it("refuses an empty file and one of white space", () => {
    expect([errorOf(utf8("")), errorOf(utf8(" \r\n\t")), errorOf(utf8("\uFEFF"))]).toEqual(Array(3).fill("text.empty"));
  });

  it("refuses binary files", () => {
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0,
    ]);
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 255, 254, 1, 2, 3, 0, 0, 7, 9]);
    const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + ((at * at) >> 3)) & 255);
    expect([png, zip, noise].map(errorOf)).toEqual(Array(3).fill("text.not-text"));
  });

  it("refuses 50 MB at once, with the size", () => {
    const spent = processorClock();
    const result = decodeText(new Uint8Array(50 * 1024 * 1024).fill(97));
    expect(result).toMatchObject({
      ok: false,
      error: { code: "text.too-large", values: { megabytes: 50, limit: 20 } },
    });
    expect(spent()).toBeLessThan(1000);
    expect(largestText).toBe(20 * 1024 * 1024);
  });

  it("refuses a code page it cannot tell", () => {
    // "резолюция" in Windows-1251.
    const cyrillic = Uint8Array.from([0xf0, 0xe5, 0xe7, 0xee, 0xeb, 0xfe, 0xf6, 0xe8, 0xff, 0x20, 0x31, 0x0a]);
    expect(errorOf(cyrillic)).toBe("text.unknown-encoding");
  });

  it("keeps a UTF-8 text with a broken byte, and names the line", () => {
    const bytes = utf8(`${"é".repeat(400)}\nabc\nfin`);
    bytes[bytes.indexOf(0x62)] = 0xff;
    const result = decodeText(bytes);
    expect(result).toMatchObject({
      ok: true,
      value: { encoding: "UTF-8" },
      messages: [{ code: "text.damaged-characters", values: { count: 1 }, where: { line: 2 } }],
    });
  });
});
