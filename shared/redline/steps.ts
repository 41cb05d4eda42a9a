/**
 * Long work cut into short steps, so that whoever waits on the same thread need not wait for all of it: the work
 * yields where it may rest and returns its result at the end. Done in one go or with rests, the result is the same.
 */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function finish<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
