/**
 * Tells that nothing has happened for a while. What puts it off comes with every key, and to take a timer back costs the
 * browser half a millisecond; so a timer that runs is left to run, looks at the clock when it comes, and waits for what
 * is left.
 */
export interface RestTimer {
  /** Calls back so many milliseconds from now, unless it is put off again; what was awaited before counts no more. */
  restart(delayMs: number): void;
  /** Nothing is awaited any more. */
  stop(): void;
}

/** A timer that calls back once nothing has put it off for a while. */
export function restTimer(callback: () => void): RestTimer {
  /** When to call back; infinite while nothing is awaited. */
  let due = Number.POSITIVE_INFINITY;
  /** When the timer that runs will come; infinite when none does. */
  let coming = Number.POSITIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    coming = due;
    timer = setTimeout(come, Math.max(0, due - performance.now()));
  };
  const come = () => {
    coming = Number.POSITIVE_INFINITY;
    if (due === Number.POSITIVE_INFINITY) return;
    // A timer may come a fraction of a millisecond early.
    if (due - performance.now() >= 1) return run();
    due = Number.POSITIVE_INFINITY;
    callback();
  };
  return {
    restart(delayMs) {
      due = performance.now() + delayMs;
      if (coming <= due) return;
      if (coming !== Number.POSITIVE_INFINITY) clearTimeout(timer);
      run();
    },
    stop() {
      due = Number.POSITIVE_INFINITY;
    },
  };
}
