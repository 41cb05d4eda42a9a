import { expect, test } from "vitest";
import { paragraphLook } from "../../../shared/docx/paragraph-look";
import { blocksOf } from "../../../shared/schema/blocks";
import { schema } from "../../../shared/schema/schema";
import { block } from "../../support/resolution-builder";

function styleOf(label: string, level: number): readonly string[] {
  const section = schema.node("section", null, [block("call", "resolves"), block("item", "to act;", label, level)]);
  return paragraphLook(blocksOf(schema.node("resolution", null, [section]))[1]!).styles;
}

test.each([
  ["a)", 1, []],
  ["", 1, []],
  ["–", 1, ["enumlev1"]],
  ["i)", 2, ["enumlev1"]],
  ["–", 3, ["enumlev2"]],
])("an item labelled %j at level %d has the styles %j", (label, level, styles) => {
  expect(styleOf(label, level)).toEqual(styles);
});
