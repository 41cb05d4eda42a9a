/**
 * Three groups of tests: `pure` runs in plain Node, `view` (everything under unit/renderer) in happy-dom,
 * `judge` asks LibreOffice and runs only when named, because it needs a program that npm cannot install.
 */
import { availableParallelism, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
/** As many as there are processors, where each has room for the longest of the tests: vitest would leave one idle. */
const workers = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 ** 30 / 2)));
const view = "test/unit/renderer/**/*.test.{ts,tsx}";

export default defineConfig({
  root,
  cacheDir: "node_modules/.cache/vite",
  test: {
    // Against what hangs, not against a slow machine: what a test asks of speed it counts in processor time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: workers,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          environment: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [view, "test/judge/**", "test/e2e/**", "test/packaged/**"],
        },
      },
      {
        extends: true,
        test: { name: "view", environment: "happy-dom", include: [view], setupFiles: ["test/support/idle.ts"] },
      },
      {
        extends: true,
        test: {
          name: "judge",
          environment: "node",
          include: ["test/judge/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
