/**
 * Work that nobody waits for, in the moments in which the window has nothing else to do. The browser calls a moment
 * idle for up to fifty milliseconds, and a key that comes into it waits for its end; so a slice is much shorter. A
 * window that is never idle gets on with it as well, a slice at a time.
 */

/** Longest slice, in milliseconds: a quarter of a frame. */
const slice = 4;
const longestWait = 100;

/** Does one step after the other until a step says that it was the last; the returned function gives the work up. */
export function whenIdle(step: () => boolean): () => void {
  const goOn = () => {
    const end = performance.now() + slice;
    do {
      if (step()) return;
    } while (performance.now() < end);
    request = requestIdleCallback(goOn, { timeout: longestWait });
  };
  let request = requestIdleCallback(goOn, { timeout: longestWait });
  return () => cancelIdleCallback(request);
}
