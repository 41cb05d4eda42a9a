import { describe, expect, it } from "vitest";
import { diffBlock } from "../../../shared/redline/block-diff";
import { piecesOf } from "../../../shared/redline/words";
import { schema } from "../../../shared/schema/schema";
import { block } from "../../support/resolution-builder";

function marks(before: string, after: string, language = "fr"): string {
  return diffBlock(block("item", before), block("item", after), language)
    .map(({ op, text }) => (op === "=" ? text : `{${op}${text}${op}}`))
    .join("");
}

const pieces = (text: string, language = "fr") => piecesOf(block("item", text), language).map(({ key }) => key);

describe("pieces", () => {
  it.each([
    ["l'UIT‑T et l’UIT-D", ["l'UIT‑T", " ", "et", " ", "l’UIT-D"]],
    ["Y.4000/Y.2060 en 2024.", ["Y.4000/Y.2060", " ", "en", " ", "2024", "."]],
    ["1\u00A0000 ou 2,5", ["1\u00A0000", " ", "ou", " ", "2,5"]],
    ["fin.  Début", ["fin", ".", " ", " ", "Début"]],
  ])("of %j", (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it("of Chinese are words, not lines", () => {
    expect(pieces("国际电信联盟", "zh").length).toBeGreaterThan(1);
  });

  it("name leaves by what they are", () => {
    expect(pieces("a[^1]\nb").length).toBe(4);
  });
});

describe("marks in a block", () => {
  it.each([
    ["a word", "le moteur tourne", "les moteurs tournent", "{-le moteur tourne-}{+les moteurs tournent+}"],
    ["punctuation alone", "de normes.", "de normes;", "de normes{-.-}{+;+}"],
    ["an addition between words", "de la vie", "de la production dans la vie", "de {+la production dans +}la vie"],
    ["an addition before punctuation", "la vie;", "la vie quotidienne;", "la vie{+ quotidienne+};"],
    ["a place and a year together", "(Hammamet, 2016),", "(Genève, 2022),", "({-Hammamet, 2016-}{+Genève, 2022+}),"],
    ["one space of two", "tenir,  compte", "tenir, compte", "tenir,{- -} compte"],
    ["nothing", "pareil", "pareil", "pareil"],
    ["everything", "", "nouveau", "{+nouveau+}"],
  ])("%s", (_name, before, after, expected) => {
    expect(marks(before, after)).toBe(expected);
  });

  it("keep far changes apart, and do not leave a lone short word between two", () => {
    const before = "de poursuivre ses travaux dans le cadre de son mandat et de publier des normes";
    expect(marks(before, before.replace("poursuivre", "mener").replace("publier", "diffuser"))).toBe(
      "de {-poursuivre-}{+mener+} ses travaux dans le cadre de son mandat et de {-publier-}{+diffuser+} des normes",
    );
    expect(marks("aux termes de laquelle", "au titre de quoi")).toBe("{-aux termes de laquelle-}{+au titre de quoi+}");
  });

  it("work in Chinese by words", () => {
    expect(marks("国际电信联盟全权代表大会", "国际电信联盟世界代表大会", "zh")).toBe(
      "国际电信联盟{-全权-}{+世界-}代表大会".replace("+世界-", "+世界+"),
    );
  });

  it("stay within reason for texts too long for an exact comparison", () => {
    const words = Array.from({ length: 3000 }, (_, index) => `mot${index}`);
    const changed = words.map((word, index) => (index % 100 === 50 ? "autre" : word));
    const segments = diffBlock(block("item", words.join(" ")), block("item", changed.join(" ")), "fr");
    expect(segments.filter(({ op }) => op === "+").length).toBe(30);
  });

  it("tell new formatting of the same words", () => {
    const plain = schema.node("item", null, [schema.text("un mot ici")]);
    const bold = schema.node("item", null, [
      schema.text("un "),
      schema.text("mot", [schema.mark("bold")]),
      schema.text(" ici"),
    ]);
    const segments = diffBlock(plain, bold, "fr");
    expect(segments.map(({ op, text, formatted }) => [op, text, formatted ?? false])).toEqual([
      ["=", "un ", false],
      ["=", "mot", true],
      ["=", " ici", false],
    ]);
  });

  it("do not take language tags and opaque properties for formatting", () => {
    const plain = schema.node("item", null, [schema.text("mot")]);
    const tagged = schema.node("item", null, [
      schema.text("mot", [schema.mark("language", { tag: "fr" }), schema.mark("properties", { key: "k" })]),
    ]);
    expect(diffBlock(plain, tagged, "fr").map(({ formatted }) => formatted)).toEqual([undefined]);
  });
});
