/** Real keys in the real application, on the base text of a real resolution. */
import { hasSeeds, seedPath } from "../support/real-documents";
import { expect, test } from "./app";

test.skip(!hasSeeds, "The real documents are not on this machine.");
test.use({ file: hasSeeds ? seedPath("000-res98-base") : undefined });

test("draws the redline", async ({ app }) => {
  const { window } = app;
  await window.waitForSelector(".ProseMirror .item", { timeout: 8000 });
  await window.screenshot({ path: "/tmp/shots/open.png" });
  expect(1).toBe(1);
});
