/** The engine: order, memory, switching off, and fixes that put right what they were offered for. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { EditorState } from "prosemirror-state";
import { expect, it } from "vitest";
import { applyFix } from "../../../shared/checks/apply-fix";
import { check } from "../../../shared/checks/check";
import { ruleIds } from "../../../shared/checks/rules";
import { switchedOff, switchRule } from "../../../shared/checks/switched-off";
import { catalogues } from "../../../shared/locales/translator";
import { blocksOf } from "../../../shared/schema/blocks";
import { resolutions } from "../../support/random-resolutions";
import { documentFromText } from "../../support/read-document";

const sample = (language: string) =>
  documentFromText(
    readFileSync(new URL(`../../../resources/samples/resolution-${language}.txt`, import.meta.url), "utf8"),
  );

it("says the same of the same text, whatever was checked before", () => {
  fc.assert(
    fc.property(resolutions, (doc) => {
      const first = check(doc);
      const copy = doc.type.schema.nodeFromJSON(doc.toJSON());
      expect(check(doc)).toEqual(first);
      expect(check(copy)).toEqual(first);
    }),
    { numRuns: 60 },
  );
});

it("reports places that exist, in reading order", () => {
  fc.assert(
    fc.property(resolutions, (doc) => {
      const order = new Map(blocksOf(doc).map(({ node }, index) => [node.attrs.id as string, { node, index }]));
      let last = 0;
      for (const { block, from, to, code } of check(doc)) {
        const place = order.get(block);
        expect(place, code).toBeDefined();
        expect(0 <= from && from <= to && to <= place!.node.content.size, code).toBe(true);
        expect(place!.index).toBeGreaterThanOrEqual(last);
        last = place!.index;
      }
    }),
    { numRuns: 60 },
  );
});

it("offers only fixes that run and take their finding away", () => {
  fc.assert(
    fc.property(resolutions, (doc) => {
      for (const finding of check(doc)) {
        if (!finding.fix) continue;
        let state = EditorState.create({ doc });
        expect(applyFix(finding.fix)(state, (tr) => (state = state.apply(tr)))).toBe(true);
        state.doc.check();
        const same = check(state.doc).filter(
          ({ code, block, from, to }) =>
            code === finding.code && block === finding.block && from === finding.from && to === finding.to,
        );
        expect(same, JSON.stringify(finding)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

it("leaves out a rule that is switched off for the document, and undoes the switch like an edit", () => {
  const doc = documentFromText("Un texte,, deux fois fois.");
  const rules = (state: EditorState) => check(state.doc, null, { off: switchedOff(state.doc) }).map(({ rule }) => rule);
  let state = EditorState.create({ doc });
  expect(rules(state)).toEqual(["doubledPunctuation", "doubledWords"]);
  switchRule("doubledWords", false)(state, (tr) => (state = state.apply(tr)));
  expect(rules(state)).toEqual(["doubledPunctuation"]);
  expect(switchRule("doubledWords", false)(state)).toBe(false);
  switchRule("doubledWords", true)(state, (tr) => (state = state.apply(tr)));
  expect(rules(state)).toEqual(["doubledPunctuation", "doubledWords"]);
});

it("has words for every rule in every language", () => {
  for (const catalogue of Object.values(catalogues)) {
    const named = Object.keys(catalogue.checks).filter((key) => key.startsWith("rule."));
    expect(named.sort()).toEqual(ruleIds.map((id) => `rule.${id}`).sort());
    for (const id of ruleIds) {
      const sentences = Object.keys(catalogue.messages).filter((key) => key.split("-")[0] === `check.${id}`);
      expect(sentences.length, id).toBeGreaterThan(0);
    }
  }
});

it("has no finding in any bundled sample", () => {
  for (const language of ["ar", "zh", "en", "fr", "ru", "es"]) expect(check(sample(language)), language).toEqual([]);
});
