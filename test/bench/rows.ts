/** What a bench says: a figure, the peer's figure measured in the same run, and the bar. */
export interface Figure {
  median: number;
  p95?: number;
}

export interface Row extends Figure {
  what: string;
  unit: "ms" | "MB" | "×" | "characters";
  /** Which figure the bar is about; the median unless told. */
  figure?: "median" | "p95";
  peer?: Figure & { what: string };
  /** At most this multiple of the peer, and at most this figure. */
  bar?: { ratio?: number; limit?: number };
  note?: string;
}
