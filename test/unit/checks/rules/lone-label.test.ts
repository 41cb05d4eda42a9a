import { expect, it } from "vitest";
import { found, repaired } from "../../../support/findings";
import { resolution } from "../../../support/resolution-builder";

const rule = "loneLabel";

it("takes the label off", () => {
  const doc = resolution("L'Assemblée,\ndécide\n1\tun.");
  expect(found(rule, doc)).toEqual([`check.${rule}: 1`]);
  expect(found(rule, repaired(rule, doc))).toEqual([]);
});

it.each(["décide\n1\tun;\n2\tdeux.", "se référant\n–\tun."])("leaves %s alone", (lines) =>
  expect(found(rule, resolution(`L'Assemblée,\n${lines}`))).toEqual([]),
);
