import type { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { attributionOf, recordAttribution, seedAttribution } from "../../../shared/editing/attribution";
import { changesOf } from "../../../shared/editing/change-list";
import { createDraftState } from "../../../shared/editing/draft-state";
import { exactRedline, redlineKey } from "../../../shared/editing/redline-plugin";
import { blocksOf } from "../../../shared/schema/blocks";
import { resolution } from "../../support/resolution-builder";

const text = `L'Assemblée,
décide
1	d'élaborer des normes internationales harmonisées;
2	de publier les résultats dans les meilleurs délais.`;

/** A draft that two people share: `by` says whose turn it is. */
function shared() {
  const clock = { author: "Anne", now: "2030-01-01T10:00:30.123Z" };
  const base = resolution(text);
  const options = { base, author: () => clock.author, now: () => clock.now, labelPolicy: "renumber" as const };
  const state = createDraftState({ ...options, current: base });
  return { base, state, options, by: (author: string, now: string) => Object.assign(clock, { author, now }) };
}

function replace(state: EditorState, word: string, by: string): EditorState {
  for (const { node, pos } of blocksOf(state.doc)) {
    const at = node.textContent.indexOf(word);
    if (at >= 0) return state.apply(state.tr.insertText(by, pos + 1 + at, pos + 1 + at + word.length));
  }
  throw new Error(`no ${word}`);
}

function credits(state: EditorState): string[] {
  const { attribution } = redlineKey.getState(state)!;
  return changesOf(exactRedline(state)!, attribution, "draft author").map(
    ({ kind, before, after, author, date }) => `${kind} ${before} → ${after}: ${author} ${date}`,
  );
}

describe("attribution", () => {
  it("gives each change to the one who made it, to the minute", () => {
    const { state, by } = shared();
    const first = replace(state, "normes", "règles");
    by("Boris", "2030-01-02T11:22:33Z");
    expect(credits(replace(first, "meilleurs", "pires"))).toEqual([
      "replacement normes → règles: Anne 2030-01-01T10:00:00Z",
      "replacement meilleurs → pires: Boris 2030-01-02T11:22:00Z",
    ]);
  });

  it("says who struck an item and who added one", () => {
    const { state, by } = shared();
    const [, , one] = blocksOf(state.doc);
    const struck = state.apply(state.tr.delete(one!.pos, one!.pos + one!.node.nodeSize));
    by("Boris", "2030-01-02T11:22:33Z");
    const end = blocksOf(struck.doc).at(-1)!;
    const split = struck.apply(struck.tr.split(end.pos + end.node.nodeSize - 1));
    const added = split.apply(split.tr.insertText("de se réunir encore une fois.", split.doc.content.size - 4));
    expect(credits(added).map((line) => line.replace(/ \S+$/u, ""))).toEqual([
      "suppressed d'élaborer des normes internationales harmonisées; → : Anne",
      "relabelled 2 → 1: Anne",
      "added  → de se réunir encore une fois.: Boris",
    ]);
  });

  it("survives saving and reopening, and edits after that", () => {
    const { base, state, options, by } = shared();
    const saved = replace(replace(state, "normes", "règles"), "de publier ", "");
    const record = JSON.parse(
      JSON.stringify(recordAttribution(redlineKey.getState(saved)!.attribution, exactRedline(saved)!)),
    );
    by("Boris", "2030-01-02T11:22:33Z");
    const reopened = createDraftState({ ...options, base, current: saved.doc, attribution: record });
    expect(credits(reopened)).toEqual(credits(saved));
    expect(credits(replace(replace(reopened, "décide", "décide en outre"), "les résultats ", ""))).toEqual([
      "insertion  →  en outre: Boris 2030-01-02T11:22:00Z",
      "replacement normes → règles: Anne 2030-01-01T10:00:00Z",
      expect.stringMatching(/^deletion de publier les résultats {2}→ : (?:Anne|Boris) /u),
    ]);
  });

  it("begins with what a tracked file says", () => {
    const base = resolution(text);
    const current = replace(
      createDraftState({ base, current: base, author: "x", labelPolicy: "renumber" }),
      "normes",
      "règles",
    ).doc;
    const item = blocksOf(base)[2]!.node.attrs.id as string;
    const at = "d'élaborer des ".length;
    const attribution = seedAttribution(base, current, [
      { side: "deleted", block: item, from: at, to: at + 6, author: "Chen", date: "2029-05-05T05:05:00Z" },
      { side: "inserted", block: item, from: at, to: at + 6, author: "Chen", date: "2029-05-05T05:05:00Z" },
    ]);
    const state = createDraftState({ base, current, author: "x", labelPolicy: "renumber", attribution });
    expect(credits(state)).toEqual(["replacement normes → règles: Chen 2029-05-05T05:05:00Z"]);
  });

  it("falls back to the draft's author for what nobody is known for", () => {
    const base = resolution(text);
    const current = resolution(text.replace("normes", "règles"));
    const state = createDraftState({ base, current, author: "x", labelPolicy: "renumber" });
    expect(credits(state)).toEqual(["replacement normes → règles: draft author "]);
    const provision = exactRedline(state)!.provisions[2]!;
    expect(attributionOf(redlineKey.getState(state)!.attribution, provision, null)).toBeUndefined();
  });

  it("keeps what it knew through a replacement too large for the change set", () => {
    const { state, by } = shared();
    const first = replace(state, "normes", "règles");
    by("Boris", "2030-01-02T11:22:33Z");
    // A thousand equal items become a thousand and one: the change set alone would lose this without a word.
    const line = "3	toujours la même chose, encore et toujours;";
    const many = (count: number) =>
      resolution(`X,\ndécide\n${Array.from({ length: count }, () => line).join("\n")}`).child(0);
    const grown = first.apply(first.tr.insert(first.doc.content.size, many(1000)));
    const again = grown.apply(grown.tr.replaceWith(first.doc.content.size, grown.doc.content.size, many(1001)));
    const lines = credits(again);
    expect(lines[0]).toBe("replacement normes → règles: Anne 2030-01-01T10:00:00Z");
    expect(lines.at(-1)).toMatch(/: Boris 2030-01-02T11:22:00Z$/u);
  });
});
