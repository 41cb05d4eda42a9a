/**
 * Builds the window's page to `out/renderer`. Relative addresses, because the page is read from disk or
 * from the application's own protocol; target Chrome 114, the oldest Electron the project runs on. What the first
 * screen needs is one script, because each further one costs the start a request; but for `early`, which is small
 * and runs before it. The rest comes as it is cut.
 */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** What `early.ts` is made of. */
const early = /\/renderer\/(early|host|catalogues|session\/background-worker)\.ts$|preload-helper/;

/** Puts the early script before the window's. */
function earlyScript(): Plugin {
  return {
    name: "early-script",
    transformIndexHtml: (html, { bundle = {} }) => {
      const { fileName } = Object.values(bundle).find(({ name }) => name === "early") ?? {};
      return fileName
        ? [{ tag: "script", attrs: { type: "module", src: `./${fileName}` }, injectTo: "head-prepend" }]
        : html;
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  publicDir: false,
  plugins: [react(), earlyScript()],
  // A catalogue is read much faster as one text than as a script.
  json: { namedExports: false, stringify: true },
  build: {
    target: "chrome114",
    cssTarget: "chrome114",
    outDir: fileURLToPath(new URL("../out/renderer", import.meta.url)),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Parts of the window that come later must not move what is already drawn: all styles are there from the start.
    cssCodeSplit: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: place("index.html"), early: place("early.ts") },
      output: {
        codeSplitting: {
          groups: [
            { name: "early", test: early, priority: 2 },
            { name: "window", tags: ["$initial"], priority: 1 },
          ],
        },
      },
    },
  },
});
