/** The window's own worker; apart from its use, so that the page's first script can start it. */
export function backgroundWorker(): Worker {
  return new Worker(new URL("./background.worker.ts", import.meta.url), { type: "module" });
}
