/**
 * Builds the window's page to `out/renderer`. Relative addresses, because the page is read from disk or
 * from the application's own protocol; target Chrome 114, the oldest Electron the project runs on.
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
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
  },
});
