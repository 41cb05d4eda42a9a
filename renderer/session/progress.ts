/**
 * How far a task has come, as a part of the whole between 0 and 1. A task names its stages by what they weigh against
 * one another and says when each is over; whoever watches hears of it, and of nothing else.
 */

/** Hears how far a task has come. */
export type Tell = (part: number) => void;

/** Gives the function that says that the next stage is over. */
export function stages(tell: Tell, weights: readonly number[]): () => void {
  const whole = weights.reduce((sum, each) => sum + each, 0);
  let done = 0;
  let next = 0;
  return () => {
    done += weights[next++] ?? 0;
    tell(Math.min(done / whole, 1));
  };
}
