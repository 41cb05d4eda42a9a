import { expect, test } from "vitest";
import { allowed, judge } from "../../../scripts/known-advisories.mjs";

const advisory = (id: string) => ({
  name: "left",
  severity: "high",
  title: "Runs what it reads",
  url: `https://github.com/advisories/${id}`,
});
const report = {
  vulnerabilities: {
    left: { via: [advisory("GHSA-aaaa-bbbb-cccc")] },
    // Depends on the first one; npm then names it only.
    right: { via: ["left"] },
    other: { via: [advisory("GHSA-aaaa-bbbb-cccc"), { name: "other", source: 77, title: "t", severity: "low" }] },
  },
};
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

test("an advisory that nobody allowed is told, each once", () => {
  const { found, unknown, outlived } = judge(report, []);
  expect(ids(found)).toEqual(["GHSA-aaaa-bbbb-cccc", "77"]);
  expect(ids(unknown)).toEqual(["GHSA-aaaa-bbbb-cccc", "77"]);
  expect(outlived).toEqual([]);
});

test("one that is allowed with a reason passes, without a reason it does not", () => {
  expect(ids(judge(report, [{ id: "77", reason: "never called" }]).unknown)).toEqual(["GHSA-aaaa-bbbb-cccc"]);
  expect(ids(judge(report, [{ id: "77", reason: "" }]).unknown)).toContain("77");
});

test("an allowance that outlives its advisory is told", () => {
  expect(ids(judge({ vulnerabilities: {} }, [{ id: "GHSA-old", reason: "x" }]).outlived)).toEqual(["GHSA-old"]);
});

test("every allowance gives its reason", () => {
  for (const { id, reason } of allowed as { id: string; reason: string }[]) {
    expect(id).toMatch(/^GHSA-/);
    expect(reason.length).toBeGreaterThan(20);
  }
});
