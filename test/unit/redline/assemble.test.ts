/** Decisions to a document: one draft everywhere gives that draft, whatever is mixed stays a document and loses nothing. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { expect, test } from "vitest";
import { assemble } from "../../../shared/redline/assemble";
import { compile } from "../../../shared/redline/compile";
import { placedAfter } from "../../../shared/redline/decide";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { takeAllOf, takeAllThatAgree } from "../../support/deciding";
import { draftsOfOneBase } from "../../support/random-pairs";

const runs = { numRuns: 40 };
const named = (drafts: readonly Node[]) => drafts.map((current, index) => ({ source: `P${index + 1}`, current }));

/** The structure and the words, without what is only for editing. */
function shape(node: Node): unknown {
  if (node.isTextblock) return `${node.type.name} ${node.attrs.level} ${blockText(node)}`;
  return [node.type.name, ...node.children.map(shape)];
}

test("one draft everywhere gives its text in its containers", () => {
  fc.assert(
    fc.property(draftsOfOneBase, ([base, drafts]) => {
      const compilation = compile(base, named(drafts));
      for (const { source, current } of named(drafts)) {
        const made = assemble(compilation, { decide: takeAllOf(source), frame: source });
        made.check();
        expect(shape(made)).toEqual(shape(current));
      }
      expect(shape(assemble(compilation, { decide: () => [] }))).toEqual(shape(base));
    }),
    runs,
  );
});

test("whatever is mixed, the document is sound and holds every block that was chosen", () => {
  const coins = fc.infiniteStream(fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(draftsOfOneBase, coins, ([base, drafts], coin) => {
      const compilation = compile(base, named(drafts));
      const chosen = new Map(
        compilation.rows.map((row) => {
          const at = coin.next().value as number;
          return [row, at === 3 ? takeAllThatAgree(row) : row.options.slice(at, at + 1)];
        }),
      );
      const decide = (row: (typeof compilation.rows)[number]) => chosen.get(row) ?? [];
      const made = assemble(compilation, { decide });
      made.check();
      const wanted = placedAfter(compilation, { decide }).map(({ node }) => blockText(node));
      const there = blocksOf(made).map(({ node }) => blockText(node));
      // Cells that were filled up are empty.
      expect(there.filter(Boolean).sort()).toEqual(wanted.filter(Boolean).sort());
    }),
    runs,
  );
});
