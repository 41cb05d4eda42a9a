import { expect, it } from "vitest";
import { schema } from "../../../../shared/schema/schema";
import { found, repaired } from "../../../support/findings";
import { block } from "../../../support/resolution-builder";

const rule = "titleEnd";
const titled = (type: string, text: string) =>
  schema.node("doc", null, [schema.node("proposal", null, [block(type, text)])]);

it.each([
  ["resolutionTitle", "Relevés de niveau."],
  ["resolutionTitle", "Relevés de niveau;"],
  ["heading", "Description commune:"],
])("%s: %s", (type, text) => {
  const doc = titled(type, text);
  expect(found(rule, doc)).toEqual([`check.${rule}: ${text.at(-1)}`]);
  expect(repaired(rule, doc).textContent).toBe(text.slice(0, -1));
});

it.each([
  ["resolutionTitle", "Relevés de niveau"],
  ["resolutionTitle", "Relevés de niveau…"],
  ["resolutionTitle", "Quels relevés?"],
  ["resolutionTitle", "Établi à Genève par l'O.N.U."],
  ["paragraph", "Une phrase."],
])("%s: leaves %s alone", (type, text) => expect(found(rule, titled(type, text))).toEqual([]));
