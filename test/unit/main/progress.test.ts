/** The line that somebody sees who watches a command at a terminal. */
import { expect, test } from "vitest";
import { progressLine } from "../../../main/cli/progress";

test("the bar fills with the work that is done", () => {
  expect(progressLine("Reading…", 0)).toBe("[....................]   0 % Reading…");
  expect(progressLine("Writing…", 0.5)).toBe("[##########..........]  50 % Writing…");
  expect(progressLine("Writing…", 1.2)).toBe("[####################] 100 % Writing…");
});

test("where nothing is counted only the words stand, and at the end nothing", () => {
  expect(progressLine("Checking…")).toBe("Checking…");
  expect(progressLine("")).toBe("");
});
