/** The arrow keys, Home and End in a table of which only the rows on screen are drawn. */
import { type KeyboardEvent, useState } from "react";

/** The row that the keys stand on, and what a key does. */
export function useRowWalk(count: number, show: (row: number) => void) {
  const [place, setPlace] = useState(0);
  const walk = (event: KeyboardEvent) => {
    const to = new Map([
      ["ArrowDown", place + 1],
      ["ArrowUp", place - 1],
      ["Home", 0],
      ["End", count - 1],
    ]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), count - 1);
    setPlace(next);
    show(next);
  };
  return { place, setPlace, walk };
}
