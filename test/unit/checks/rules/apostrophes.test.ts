import { expect, it } from "vitest";
import { schema } from "../../../../shared/schema/schema";
import { found, repaired } from "../../../support/findings";
import { block } from "../../../support/resolution-builder";

const rule = "apostrophes";
const textWith = (...texts: string[]) =>
  schema.node(
    "doc",
    null,
    texts.map((text) => block("paragraph", text)),
  );

it("reports the rarer kind once and changes all of it", () => {
  const doc = textWith("l'eau, d'un, l'air", "l’examen d’ensemble");
  expect(found(rule, doc)).toEqual([`check.${rule}: ’`]);
  expect(repaired(rule, doc).textContent).toBe("l'eau, d'un, l'airl'examen d'ensemble");
});

it.each(["l'eau d'un", "l’eau d’un", "‘cité’ l'eau"])("leaves %s alone", (text) =>
  expect(found(rule, textWith(text))).toEqual([]),
);
