/**
 * Cuts a text into the segments of Unicode UAX #29 (with dictionaries where a script writes no spaces), as
 * `Intl.Segmenter` does, but remembers what it said about each stretch between two spaces: no rule of the standard
 * looks across a space, and the words of one document repeat. A space that carries a combining sign is the exception;
 * a text that has one is segmented as a whole.
 */

export interface Segment {
  text: string;
  /** Offset in the text. */
  from: number;
  isWord: boolean;
}

const SPACE_WITH_SIGN = /\p{Zs}[\p{Grapheme_Extend}\p{M}\p{Cf}\p{Emoji_Modifier}]/u;
/** What was asked for lately is remembered, twice as much at most: a session of a day needs no more than its first hour. */
const MOST_STRETCHES = 4000;

interface Memory {
  segmenter: Intl.Segmenter;
  recent: Map<string, Segment[]>;
  /** What was recent before `recent` began; whatever is asked for again moves over. */
  former: Map<string, Segment[]>;
}

const memories = new Map<string, Memory>();

/** Lists the segments of a text, spaces between words included. */
export function segmentsOfText(text: string, language: string): Segment[] {
  const memory = memoryOf(language);
  if (SPACE_WITH_SIGN.test(text)) return segment(text, memory.segmenter);
  const segments: Segment[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.indexOf(" ", from);
    const to = space < 0 ? text.length : space;
    if (to > from) {
      for (const { text: word, from: offset, isWord } of stretch(text.slice(from, to), memory)) {
        segments.push({ text: word, from: from + offset, isWord });
      }
    }
    let end = to;
    while (text.charCodeAt(end) === 0x20) end++;
    if (end > to) segments.push({ text: text.slice(to, end), from: to, isWord: false });
    from = end;
  }
  return segments;
}

function stretch(text: string, memory: Memory): Segment[] {
  const known = memory.recent.get(text);
  if (known) return known;
  // A slice of a string would keep alive all the text that it was cut from.
  const own = Array.from(text).join("");
  const segments = memory.former.get(text) ?? segment(own, memory.segmenter);
  if (memory.recent.size >= MOST_STRETCHES) {
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

function memoryOf(language: string): Memory {
  let memory = memories.get(language);
  if (!memory) {
    memory = {
      segmenter: new Intl.Segmenter(language, { granularity: "word" }),
      recent: new Map(),
      former: new Map(),
    };
    memories.set(language, memory);
  }
  return memory;
}
