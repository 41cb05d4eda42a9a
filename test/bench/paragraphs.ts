/** Paragraphs with two changes each, for writers: the words before, deleted, inserted, between, deleted, inserted, after. */
export interface TwiceChanged {
  parts: { op: "=" | "-" | "+"; text: string }[];
}

/** As many paragraphs of about sixty words as asked, each with two replaced words. */
export function twiceChanged(count: number): TwiceChanged[] {
  return Array.from({ length: count }, (_, index) => {
    const words = Array.from({ length: 58 }, (__, at) => `word${(index * 31 + at * 17) % 997}`);
    const stretch = (from: number, to: number) => words.slice(from, to).join(" ");
    return {
      parts: [
        { op: "=", text: `${stretch(0, 15)} ` },
        { op: "-", text: words[15] as string },
        { op: "+", text: `amended${index}` },
        { op: "=", text: ` ${stretch(16, 40)} ` },
        { op: "-", text: words[40] as string },
        { op: "+", text: `revised${index}` },
        { op: "=", text: ` ${stretch(41, 58)}.` },
      ],
    };
  });
}

/** One side of the paragraphs, a line each. */
export function sideOf(paragraphs: readonly TwiceChanged[], op: "-" | "+"): string {
  return paragraphs
    .map(({ parts }) => parts.map((part) => (part.op === "=" || part.op === op ? part.text : "")).join(""))
    .join("\n");
}
