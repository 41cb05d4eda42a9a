import { expect, it } from "vitest";
import { schema } from "../../../../shared/schema/schema";
import { found } from "../../../support/findings";
import { block } from "../../../support/resolution-builder";

const rule = "squareBrackets";
const textWith = (...texts: string[]) =>
  schema.node(
    "doc",
    null,
    texts.map((text) => block("paragraph", text)),
  );

it("finds what never opens and what never closes", () => {
  expect(found(rule, textWith("un [deux", "trois"))).toEqual([`check.${rule}: [`]);
  expect(found(rule, textWith("un", "deux] trois"))).toEqual([`check.${rule}: ]`]);
});

it("pairs nested brackets across paragraphs", () => {
  expect(found(rule, textWith("un [deux [trois] quatre", "cinq] six"))).toEqual([]);
});
