import type { Node } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { touchedBlocks } from "../../../shared/redline/touched-blocks";
import { schema } from "../../../shared/schema/schema";
import { block } from "../../support/resolution-builder";

const [one, two, three, four, call] = [
  block("item", "one", "a)", 1),
  block("item", "two", "b)", 1),
  block("item", "three", "c)", 1),
  block("item", "four", "d)", 1),
  block("call", "considering"),
];

function text(...blocks: Node[]): Node {
  const section = schema.node("section", { part: "preamble" }, [call!, ...blocks]);
  return schema.node("doc", { language: "en" }, [
    schema.node("proposal", { id: "p" }, [schema.node("resolution", null, [section])]),
  ]);
}

function touched(before: Node, after: Node): { gone: string[]; come: string[] } {
  const regions = touchedBlocks(before, after);
  return {
    gone: regions.flatMap(({ gone }) => gone.map((node) => node.textContent)),
    come: regions.flatMap(({ come }) => come.map(({ node }) => node.textContent)),
  };
}

describe("what an edit did to the blocks of a text", () => {
  it("is nothing when the text is the same", () => {
    expect(touched(text(one!, two!), text(one!, two!))).toEqual({ gone: [], come: [] });
  });

  it("leaves out what stayed between two changes", () => {
    expect(touched(text(one!, two!), text(two!, three!, four!))).toEqual({
      gone: ["one"],
      come: ["three", "four"],
    });
  });

  it("tells a copy that shares its node with the original", () => {
    expect(touched(text(two!, one!), text(three!, two!, two!))).toEqual({ gone: ["one"], come: ["three", "two"] });
  });

  it("tells that one of two went that share a node", () => {
    expect(touched(text(three!, two!, two!), text(two!, one!))).toEqual({ gone: ["three", "two"], come: ["one"] });
  });
});
