import fc from "fast-check";
import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { createDraftState } from "../../../shared/editing/draft-state";
import { commandOf } from "../../../shared/editing/edit";
import { moveBlock } from "../../../shared/editing/move-block";
import {
  exactRedline,
  needsSettling,
  prepareToSettle,
  redlineKey,
  settleRedline,
} from "../../../shared/editing/redline-plugin";
import { compareJson } from "../../../shared/redline/compare-json";
import { provisionOfBlock, struckOf } from "../../../shared/redline/live";
import { redline } from "../../../shared/redline/redline";
import { blocksOf } from "../../../shared/schema/blocks";
import { applyEdit, edits } from "../../support/random-edits";
import { resolutions } from "../../support/random-resolutions";
import { resolution } from "../../support/resolution-builder";

function draft(base: Node): EditorState {
  return createDraftState({
    base,
    current: base,
    author: "A",
    labelPolicy: "renumber",
    now: () => "2030-01-02T03:04:05Z",
  });
}

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  command(state, (tr) => {
    next = state.apply(tr);
  });
  return next;
}

const settle = (state: EditorState) => run(state, settleRedline);

const live = (state: EditorState) => redlineKey.getState(state)!.live;

describe("the redline of an editor", () => {
  it("is the redline of base and current text once settled, whatever was typed in whatever order", () => {
    fc.assert(
      fc.property(resolutions, edits, (base, sequence) => {
        const state = settle(sequence.reduce(applyEdit, draft(base)));
        const fresh = redline(base, state.doc);
        expect(compareJson(live(state).redline, base, state.doc)).toEqual(compareJson(fresh, base, state.doc));
        expect(exactRedline(state)!.placements.map(({ side }) => side)).toEqual(
          fresh.placements.map(({ side }) => side),
        );
        expect(needsSettling(state)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("is worked out in short steps as it is at once, and what an edit interrupts is begun anew", () => {
    fc.assert(
      fc.property(resolutions, edits, fc.nat(40), (base, sequence, stop) => {
        let state = draft(base);
        for (const edit of sequence) {
          const abandoned = prepareToSettle(state);
          for (let step = 0; step < stop && !abandoned.next().done; step++);
          state = applyEdit(state, edit);
        }
        for (const work = prepareToSettle(state); !work.next().done; );
        const prepared = exactRedline(state)!;
        const settled = settle(state);
        expect(exactRedline(settled)).toBe(prepared);
        const fresh = redline(base, state.doc);
        expect(compareJson(prepared, base, state.doc)).toEqual(compareJson(fresh, base, state.doc));
      }),
      { numRuns: 60 },
    );
  });

  it("has a rest at every section and after a number of provisions", () => {
    const sections = Array.from({ length: 12 }, (_, at) => `noting ${at}\na)\tthat this is item ${at} of its own;`);
    const base = resolution(`The Assembly,\n${sections.join("\n")}`, "en");
    const state = applyEdit(draft(base), { kind: "type", at: 0.5, length: 0, text: "x" });
    let rests = 0;
    for (const work = prepareToSettle(state); !work.next().done; rests++);
    expect(rests).toBeGreaterThan(12);
  });

  it("knows every block of the text at every moment, and counts what it shows", () => {
    fc.assert(
      fc.property(resolutions, edits, (base, sequence) => {
        let state = draft(base);
        for (const edit of sequence) {
          state = applyEdit(state, edit);
          const now = live(state);
          const ids = blocksOf(state.doc).map(({ node }) => node.attrs.id as string);
          for (const id of ids) expect(provisionOfBlock(now, id)?.after?.node.attrs.id).toBe(id);
          for (const { node } of blocksOf(state.doc)) {
            expect(provisionOfBlock(now, node.attrs.id)!.after!.node).toBe(node);
          }
          const shown = [
            ...ids.map((id) => provisionOfBlock(now, id)!),
            ...struckOf(now).map(({ provision }) => provision),
          ];
          const counts = { added: 0, modified: 0, suppressed: 0, relabelled: 0, moved: 0, unchanged: 0 };
          for (const { status } of new Set(shown)) {
            if (status === "frame") continue;
            counts[status === "formatted" ? "modified" : status]++;
          }
          expect(now.counts).toEqual(counts);
          for (const { anchor } of struckOf(now)) if (anchor !== null) expect(ids).toContain(anchor);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("names every block that looks different after an update", () => {
    fc.assert(
      fc.property(resolutions, edits, (base, sequence) => {
        let state = draft(base);
        for (const edit of sequence) {
          const before = live(state);
          state = applyEdit(state, edit);
          // One edit may be several transactions; each updates from the one before, the last names its own.
          const after = live(state);
          const settled = live(settle(state));
          for (const { node } of blocksOf(state.doc)) {
            const [shown, exact] = [provisionOfBlock(after, node.attrs.id)!, provisionOfBlock(settled, node.attrs.id)!];
            const same =
              JSON.stringify([shown.status, shown.segments]) === JSON.stringify([exact.status, exact.segments]);
            if (!same) expect(settled.touched).toContain(node.attrs.id);
          }
          expect(before.base).toBe(after.base);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is empty when everything is undone", () => {
    fc.assert(
      fc.property(resolutions, edits, (base, sequence) => {
        let state = sequence.filter(({ kind }) => kind !== "undo" && kind !== "redo").reduce(applyEdit, draft(base));
        for (let more = true; more; ) {
          more = undo(state, (tr) => {
            state = state.apply(tr);
          });
        }
        expect(state.doc.eq(base)).toBe(true);
        expect(live(settle(state)).counts).toEqual(redline(base, base).counts);
        expect(exactRedline(state)!.marker).toBe("NOC");
      }),
      { numRuns: 100 },
    );
  });

  it("shows a word at once, without waiting to be settled", () => {
    const base = resolution("L'Assemblée,\ndécide\n1\td'élaborer des normes;\n2\tde les publier.");
    const state = draft(base);
    const at = blocksOf(base)[2]!.pos + 1;
    const next = state.apply(state.tr.insertText("vite ", at));
    const { touched, struckChanged } = live(next);
    expect(touched).toEqual([blocksOf(base)[2]!.node.attrs.id]);
    expect(struckChanged).toBe(false);
    const { segments, status } = provisionOfBlock(live(next), touched[0]!)!;
    expect(status).toBe("modified");
    expect(segments.map(({ op, text }) => op + text)).toEqual(["+vite ", "=d'élaborer des normes;"]);
  });

  it("shows a provision that moved and then goes as suppressed where it stood", () => {
    const base = resolution(
      "L'Assemblée,\ndécide\n1\td'élaborer des normes;\n2\tde les publier;\n3\td'en rendre compte.",
    );
    const last = blocksOf(base)[4]!.node.attrs.id;
    let state = [1, 2].reduce((now) => {
      const at = blocksOf(now.doc).find(({ node }) => node.attrs.id === last)!.pos + 1;
      return run(now.apply(now.tr.setSelection(TextSelection.create(now.doc, at))), commandOf(moveBlock(-1)));
    }, draft(base));
    state = settle(state);
    expect(struckOf(live(state)).map(({ provision }) => provision.status)).toEqual(["moved"]);
    const { pos, node } = blocksOf(state.doc).find((block) => block.node.attrs.id === last)!;
    const now = live(state.apply(state.tr.delete(pos, pos + node.nodeSize)));
    expect(struckOf(now).map(({ provision }) => provision.status)).toEqual(["suppressed"]);
    expect(now.counts).toMatchObject({ moved: 0, suppressed: 1 });
  });
});
