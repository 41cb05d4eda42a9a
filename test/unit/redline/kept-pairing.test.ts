import fc from "fast-check";
import { expect, test } from "vitest";
import { redline } from "../../../shared/redline/redline";
import { schema } from "../../../shared/schema/schema";
import { draftsOfOneBase } from "../../support/random-pairs";

test("what was paired before never changes what a comparison says", () => {
  fc.assert(
    fc.property(draftsOfOneBase, ([base, drafts]) => {
      // There and back again: some zones are the same nodes as before, others are not.
      for (const draft of [...drafts, ...drafts.slice().reverse()]) {
        const fresh = [base, draft].map((doc) => schema.nodeFromJSON(doc.toJSON()));
        const [first, second] = [redline(base, draft), redline(fresh[0]!, fresh[1]!)];
        expect(tell(first)).toEqual(tell(second));
      }
    }),
    { numRuns: 150 },
  );
});

function tell({ provisions, placements, counts, marker }: ReturnType<typeof redline>) {
  return {
    marker,
    counts,
    provisions: provisions.map(({ id, status, moved, segments }) => ({ id, status, moved, segments })),
    placements: placements.map(({ provision, side }) => `${provision.id} ${side}`),
  };
}
