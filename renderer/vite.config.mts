/**
 * Builds the window's page to `out/renderer`. Relative addresses, because the page is read from disk or
 * from the application's own protocol; target Chrome 114, the oldest Electron the project runs on. What the first
 * screen needs is one script, because each further one costs the start a request; the rest comes as it is cut.
 */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  plugins: [react()],
  build: {
    target: "chrome114",
    cssTarget: "chrome114",
    outDir: fileURLToPath(new URL("../out/renderer", import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Parts of the window that come later must not move what is already drawn: all styles are there from the start.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "window", tags: ["$initial"] }] } } },
  },
});
