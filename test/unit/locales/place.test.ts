import { describe, expect, it, test } from "vitest";
import { placeOf } from "../../../shared/locales/place";
import { catalogues, translator } from "../../../shared/locales/translator";
import type { Language } from "../../../shared/model/document";
import { blocksOf, contentText } from "../../../shared/schema/blocks";
import { resolution } from "../../support/resolution-builder";

const text = [
  "The Assembly,",
  "considering",
  "•\tone;",
  "•\ttwo;",
  "•\tthree,",
  "resolves",
  "1\tto act on:",
  "  –\tfour;",
  "  –\tfive:",
  "    •\tsix;",
  "    •\tseven;",
  "  –\teight;",
  "2\tto report on:",
  "  –\tnine.",
].join("\n");

function placesIn(language: Language): Record<string, string> {
  const doc = resolution(text, "en");
  return Object.fromEntries(
    blocksOf(doc)
      .filter(({ node }) => node.type.name === "item")
      .map(({ node, path }) => [contentText(node).replace(/[;:,.]$/u, ""), placeOf(translator(language), path)]),
  );
}

describe("items of lists without order", () => {
  it("are counted in their own list", () =>
    expect(placesIn("en")).toEqual({
      one: "considering, first bullet",
      two: "considering, second bullet",
      three: "considering, third bullet",
      "to act on": "resolves 1",
      four: "resolves 1, first dash",
      five: "resolves 1, second dash",
      six: "resolves 1, second dash, first bullet",
      seven: "resolves 1, second dash, second bullet",
      eight: "resolves 1, third dash",
      "to report on": "resolves 2",
      nine: "resolves 2, first dash",
    }));

  it.each<[Language, string]>([
    ["fr", "resolves 1, deuxième tiret, première puce"],
    ["es", "resolves 1, segundo guion, primera viñeta"],
    ["ru", "resolves 1, второе тире, первый маркер"],
    ["zh", "resolves 1，第二个短横线项，第一个圆点项"],
    ["ar", "resolves 1، الشرطة الثانية، النقطة الأولى"],
  ])("are said in %s", (language, place) => expect(placesIn(language).six).toBe(place));

  it("are numbered where no words are left", () =>
    expect(placeOf(translator("fr"), ["décide", "–12"])).toBe("décide, 12e tiret"));
});

test.each(Object.keys(catalogues) as Language[])("%s has ten words for either list", (language) => {
  const { dashOrdinals, bulletOrdinals } = catalogues[language].place;
  expect(dashOrdinals.split("|")).toHaveLength(10);
  expect(bulletOrdinals.split("|")).toHaveLength(10);
});

test("labels in brackets and quotes are no signs of a list", () =>
  expect(placeOf(translator("ar"), ["يقرر", "(1", "'2'"])).toBe("يقرر (1 '2'"));
