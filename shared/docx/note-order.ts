/**
 * The numbers that name the footnotes of a file (`w:id`, ISO/IEC 29500-1 §17.11.14), in the order of their references also
 * where an export put a new note before an old one. Word takes any number for a name; LibreOffice takes the n-th
 * reference for that of the note with the n-th number. So the notes behind a new one are counted on, as far as their
 * numbers would go back, which is what Word itself does when it saves. Nothing else in their paragraphs changes, and a
 * file whose own numbers follow no order keeps them.
 */

const reference = /(<[\w.-]*:?footnoteReference\b[^>]*?[\w.-]*:?id=")(-?\d+)(")/g;
const note = /(<[\w.-]*:?footnote\b[^>]*?[\w.-]*:?id=")(-?\d+)(")/g;

/** The text of the main part and of the notes part, with the notes in order; `added` are the numbers of the new ones. */
export function numberedInOrder(
  main: string,
  notes: string,
  added: ReadonlySet<string>,
): readonly [main: string, notes: string] {
  const referred = [...new Set([...main.matchAll(reference)].map((match) => match[2]!))];
  const former = referred.filter((id) => !added.has(id)).map(Number);
  if (!isAscending(former) || isAscending(referred.map(Number))) return [main, notes];
  const numbers = new Map<string, string>();
  let last = Number.NEGATIVE_INFINITY;
  for (const [index, id] of referred.entries()) {
    // A new note has the highest number: it takes that of the first old note behind it.
    const wanted = added.has(id) ? (referred.slice(index).find((each) => !added.has(each)) ?? id) : id;
    last = Math.max(Number(wanted), last + 1);
    numbers.set(id, String(last));
  }
  // Notes that nothing refers to make room.
  let free = Math.max(last, ...[...notes.matchAll(note)].map((match) => Number(match[2])));
  const taken = new Set(numbers.values());
  for (const [, , id] of notes.matchAll(note)) {
    if (!numbers.has(id!) && taken.has(id!)) numbers.set(id!, String(++free));
  }
  const renumbered = (text: string, pattern: RegExp) =>
    text.replace(pattern, (_, before: string, id: string, after: string) => before + (numbers.get(id) ?? id) + after);
  return [renumbered(main, reference), renumbered(notes, note)];
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
}
