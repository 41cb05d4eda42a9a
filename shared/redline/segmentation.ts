/**
 * Cuts a text into the segments of Unicode UAX #29 (with dictionaries where a script writes no spaces), as
 * `Intl.Segmenter` does, but remembers what it said about each stretch between two spaces: no rule of the standard
 * looks across a space, and the words of one document repeat. A space that carries a combining sign is the exception;
 * a text that has one is segmented as a whole.
 */

export interface Segment {
  text: string;
  /** Offset in the text that was cut. */
  from: number;
  isWord: boolean;
}

/** Makes one segment of several that belong together; it must not look across a space. */
export type Join = (segments: readonly Segment[]) => Segment[];

const spaceWithSign = /\p{Zs}[\p{Grapheme_Extend}\p{M}\p{Cf}\p{Emoji_Modifier}]/u;
/** What was asked for lately is remembered, twice as much at most: a session of a day needs no more than its first hour. */
const mostStretches = 4000;

interface Memory {
  segmenter: Intl.Segmenter;
  join: Join;
  recent: Map<string, Segment[]>;
  /** What was recent before `recent` began; whatever is asked for again moves over. */
  former: Map<string, Segment[]>;
}

const memories = new Map<Join, Map<string, Memory>>();

/** Tells the segments of a text one after the other, spaces between words included. */
export function visitSegments(
  text: string,
  language: string,
  join: Join,
  visit: (text: string, from: number, isWord: boolean) => void,
): void {
  const memory = memoryOf(language, join);
  if (spaceWithSign.test(text)) {
    for (const { text: word, from, isWord } of join(segment(text, memory.segmenter))) visit(word, from, isWord);
    return;
  }
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(" ", from);
    const to = space < 0 ? text.length : space;
    if (to > from) {
      const segments = stretch(text.slice(from, to), memory);
      for (let at = 0; at < segments.length; at++) {
        const { text: word, from: offset, isWord } = segments[at]!;
        visit(word, from + offset, isWord);
      }
    }
    let end = to;
    while (text.charCodeAt(end) === 0x20) end++;
    if (end > to) visit(end === to + 1 ? " " : text.slice(to, end), to, false);
    from = end;
  }
}

function stretch(text: string, memory: Memory): Segment[] {
  const known = memory.recent.get(text);
  if (known) return known;
  // A slice of a string would keep alive all the text that it was cut from.
  const own = Array.from(text).join("");
  const segments = memory.former.get(text) ?? memory.join(segment(own, memory.segmenter));
  if (memory.recent.size >= mostStretches) {
    memory.former = memory.recent;
    memory.recent = new Map();
  }
  memory.recent.set(own, segments);
  return segments;
}

function segment(text: string, segmenter: Intl.Segmenter): Segment[] {
  return Array.from(segmenter.segment(text), ({ segment: word, index, isWordLike }) => {
    return { text: word, from: index, isWord: isWordLike === true };
  });
}

function memoryOf(language: string, join: Join): Memory {
  let ofJoin = memories.get(join);
  if (!ofJoin) {
    ofJoin = new Map();
    memories.set(join, ofJoin);
  }
  let memory = ofJoin.get(language);
  if (!memory) {
    const segmenter = new Intl.Segmenter(language, { granularity: "word" });
    memory = { segmenter, join, recent: new Map(), former: new Map() };
    ofJoin.set(language, memory);
  }
  return memory;
}
