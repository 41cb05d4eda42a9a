/**
 * Flows in the real application, each in a process, a folder and a profile of its own. In CI two at a time: that halves
 * the longest part of it. Elsewhere one, because they share the screen with whoever works there.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: fileURLToPath(new URL("..", import.meta.url)),
  outputDir: fileURLToPath(new URL("../results/e2e", import.meta.url)),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: process.env.CI ? Math.min(2, availableParallelism()) : 1,
  fullyParallel: false,
  forbidOnly: true,
  // In CI alone, where a strange machine's hiccup would cost a day: the runner names each flow that needed it.
  retries: process.env.CI ? 2 : 0,
  reporter: process.env.RESDRAFT_TEST_REPORT
    ? [["list"], ["json", { outputFile: process.env.RESDRAFT_TEST_REPORT }]]
    : "list",
  projects: [
    { name: "app", testMatch: "e2e/**/*.spec.ts" },
    { name: "packaged", testMatch: "packaged/**/*.spec.ts" },
  ],
});
