/** Work between frames comes in slices that no key notices, is finished, and can be given up. */
import { expect, test, vi } from "vitest";
import { whenIdle } from "../../../renderer/session/when-idle";

function busyFor(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

test("a slice ends after a few milliseconds, however long the moment is said to be", async () => {
  const slices: number[] = [];
  let turn = 0;
  const count = () => {
    turn++;
    if (slices.length < 12) setTimeout(count);
  };
  setTimeout(count);
  await new Promise<void>((done) => {
    whenIdle(() => {
      busyFor(2);
      slices.push(turn);
      if (slices.length === 12) done();
      return slices.length === 12;
    });
  });
  // Twelve steps of two milliseconds in one slice would share one turn of the event loop.
  const longest = Math.max(...slices.map((at) => slices.filter((other) => other === at).length));
  expect(longest).toBeLessThanOrEqual(4);
});

test("what is given up is not done", async () => {
  const step = vi.fn(() => false);
  const stop = whenIdle(step);
  stop();
  await new Promise((done) => setTimeout(done, 60));
  expect(step).not.toHaveBeenCalled();
});
