/** Many drafts of one base: nothing is dropped, nothing is told twice, and what goes together goes together. */
import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { describe, expect, test } from "vitest";
import type { Agreement, Compilation } from "../../../shared/redline/compilation-types";
import { compile } from "../../../shared/redline/compile";
import type { Decide } from "../../../shared/redline/decide";
import { redline } from "../../../shared/redline/redline";
import { blocksOf, blockText } from "../../../shared/schema/blocks";
import { blocksAfter, takeAllOf, takeAllThatAgree } from "../../support/deciding";
import { draftsOfOneBase } from "../../support/random-pairs";
import { resolution } from "../../support/resolution-builder";

const runs = { numRuns: 50 };
const textOf = (doc: Node) => blocksOf(doc).map(({ node }) => blockText(node));
const textAfter = (compilation: Compilation, decide: Decide) => blocksAfter(compilation, decide).map(blockText);
const named = (drafts: readonly Node[]) => drafts.map((current, index) => ({ source: `P${index + 1}`, current }));

describe("for any drafts of one base", () => {
  test("the compilation holds every change of every draft exactly once", () => {
    fc.assert(
      fc.property(draftsOfOneBase, ([base, drafts]) => {
        const compilation = compile(base, named(drafts));
        for (const { source, current } of named(drafts)) {
          const changed = redline(base, current).provisions.filter(({ status }) => status !== "unchanged");
          const told = compilation.rows.flatMap(({ options }) =>
            options.filter(({ sources }) => sources.includes(source)),
          );
          const said = ({ before, after }: (typeof changed)[number]) =>
            `${before ? blockText(before.node) : ""} → ${after ? blockText(after.node) : ""}`;
          expect(told.map(({ provision }) => said(provision)).sort()).toEqual(changed.map(said).sort());
          for (const row of compilation.rows) {
            expect(row.options.filter(({ sources }) => sources.includes(source)).length).toBeLessThanOrEqual(1);
          }
        }
      }),
      runs,
    );
  });

  test("taking all that one proposes gives its text", () => {
    fc.assert(
      fc.property(draftsOfOneBase, ([base, drafts]) => {
        const compilation = compile(base, named(drafts));
        for (const { source, current } of named(drafts)) {
          expect(textAfter(compilation, takeAllOf(source))).toEqual(textOf(current));
        }
        expect(textAfter(compilation, () => [])).toEqual(textOf(base));
      }),
      runs,
    );
  });

  test("what goes together does so in whatever order the drafts come", () => {
    fc.assert(
      fc.property(draftsOfOneBase, ([base, drafts]) => {
        const forwards = compile(base, named(drafts));
        const backwards = compile(base, named(drafts).reverse());
        expect(textAfter(backwards, takeAllThatAgree)).toEqual(textAfter(forwards, takeAllThatAgree));
        const judged = ({ rows }: Compilation) => rows.map(({ key, agreement }) => `${key} ${agreement}`);
        expect(judged(backwards)).toEqual(judged(forwards));
      }),
      runs,
    );
  });

  test("one draft alone, or the same draft twice, agrees with itself", () => {
    fc.assert(
      fc.property(draftsOfOneBase, ([base, [draft]]) => {
        const twice = compile(base, named([draft as Node, draft as Node]));
        expect(textAfter(twice, takeAllThatAgree)).toEqual(textOf(draft as Node));
        expect(new Set(twice.rows.map(({ agreement }) => agreement)).size).toBeLessThanOrEqual(2);
        expect(twice.rows.some(({ agreement }) => ["one", "overlap", "conflict"].includes(agreement))).toBe(false);
      }),
    );
  });
});

const first = "que les réseaux partagent une capacité nocturne mesurée";
const second = "que chaque bibliothèque décide seule de ses horaires";
const third = "que les lecteurs gardent toujours la priorité";
const draft = (one: string, two: string, three: string, more = "") =>
  resolution(`La Conférence,\nconsidérant\na)\t${one}\nb)\t${two}\nc)\t${three}\n${more}`);
const base = draft(first, second, third);

function agreements(...drafts: Node[]): Record<string, Agreement> {
  const changed = compile(base, named(drafts)).rows.filter(({ agreement }) => agreement !== "none");
  return Object.fromEntries(changed.map(({ key, agreement }) => [key, agreement]));
}

test("one, same, overlap and conflict", () => {
  const hourly = draft(first.replace("nocturne", "horaire"), second, third);
  const daily = draft(first.replace("nocturne", "diurne"), second, third);
  const shared = draft(first.replace("partagent", "offrent"), second, third);
  const without = resolution(`La Conférence,\nconsidérant\na)\t${first}\nb)\t${second}`);
  expect(agreements(hourly)).toEqual({ b3: "one" });
  expect(agreements(hourly, hourly)).toEqual({ b3: "same" });
  expect(agreements(hourly, shared)).toEqual({ b3: "overlap" });
  expect(agreements(hourly, daily)).toEqual({ b3: "conflict" });
  expect(agreements(without, draft(first, second, third.replace("toujours", "partout")))).toEqual({ b5: "conflict" });
});

test("changes in different places of one provision are united", () => {
  const hourly = draft(first.replace("nocturne", "horaire"), second, third);
  const shared = draft(first.replace("partagent", "offrent"), second, third);
  const text = textAfter(compile(base, named([hourly, shared])), takeAllThatAgree);
  expect(text).toContain("a)\tque les réseaux offrent une capacité horaire mesurée");
});

test("a conflict keeps the base until somebody decides", () => {
  const hourly = draft(first.replace("nocturne", "horaire"), second, third);
  const daily = draft(first.replace("nocturne", "diurne"), second, third);
  const compilation = compile(base, named([hourly, daily]));
  expect(textAfter(compilation, takeAllThatAgree)).toEqual(textOf(base));
  expect(textAfter(compilation, takeAllOf("P2"))).toEqual(textOf(daily));
});

test("the same addition has one row with all its sources, two wordings of one are alternatives", () => {
  const one = "d)\tque les maîtres préparent les leçons pendant la journée";
  const other = "d)\tque les maîtres préparent les leçons pendant la semaine";
  const far = "d)\tqu'un rapport annuel suffit";
  const rows = (...more: string[]) =>
    compile(base, named(more.map((line) => draft(first, second, third, line)))).rows.filter((row) => row.base === null);
  expect(rows(one, one).map(({ options }) => options.map(({ sources }) => sources))).toEqual([[["P1", "P2"]]]);
  expect(rows(one, other).map(({ agreement }) => agreement)).toEqual(["conflict"]);
  expect(rows(one, far).map(({ agreement }) => agreement)).toEqual(["one", "one"]);
});

test("the same words added under two labels are one addition", () => {
  const addition = "que les maîtres préparent les leçons";
  const one = resolution(`La Conférence,\nconsidérant\na)\t${first}\nb)\t${second}\nc)\t${third}\nd)\t${addition}`);
  const two = resolution(`La Conférence,\nconsidérant\na)\t${first}\nb)\t${third}\nc)\t${addition}`);
  const compilation = compile(base, named([one, two]));
  expect(compilation.rows.flatMap((row) => (row.base ? [] : [row.agreement]))).toEqual(["overlap"]);
  const text = textAfter(compilation, takeAllThatAgree).filter((line) => line.includes(addition));
  expect(text).toEqual([`d)\t${addition}`]);
  const turned = compile(base, named([one, two]).reverse());
  expect(textAfter(turned, takeAllThatAgree)).toEqual(textAfter(compilation, takeAllThatAgree));
  for (const [source, draft] of [
    ["P1", one],
    ["P2", two],
  ] as const) {
    expect(textAfter(compilation, takeAllOf(source))).toEqual(textOf(draft));
  }
});

test("labels that follow from additions make no conflict", () => {
  const relabelled = (label: string) =>
    resolution(`La Conférence,\nconsidérant\na)\t${first}\nb)\t${second}\n${label})\t${third}`);
  expect(agreements(relabelled("d"), relabelled("e"))).toEqual({ b5: "overlap" });
});
