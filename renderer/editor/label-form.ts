/**
 * How a label is drawn: by the stylesheet, from attributes of the text it belongs to. It is no element of its
 * own, because Chromium takes any element between two texts for a line when the caret goes up or down.
 * An old label stands struck before the new one, which therefore begins where the old one ends.
 */

/** Draws the label of a text block, and before it the label of the base when that is another one. */
export function drawLabel(text: HTMLElement, label: string, before: string | null, locked = false): void {
  set(text, "label", label);
  set(text, "before", before);
  set(text, "locked", locked ? "" : null);
  const form = formOf(label || (before ?? ""));
  set(text, "form", form);
  if (form.endsWith("wide")) text.style.setProperty("--label-width", `${widthInEm(label)}em`);
  else text.style.removeProperty("--label-width");
  if (before) text.style.setProperty("--before-width", `${widthInEm(before)}em`);
  else text.style.removeProperty("--before-width");
}

/** More signs than these do not fit the column of 14 mm. */
const mostInColumn = 5;
/** A label that begins with a letter and has more signs than these is a word, which is not italic. */
const longestLetter = 8;

/** Letters are italic, numbers and dashes upright; what does not fit the column gets a wider one. */
function formOf(label: string): string {
  const isLetter = /^[\s(]*\p{L}/u.test(label) && label.length <= longestLetter;
  return `${isLetter ? "letter" : "plain"} ${label.length > mostInColumn ? "wide" : "narrow"}`;
}

/** What a slanted last letter needs beyond its measured width, in em. */
const overhang = 0.06;
const widths = new Map<string, number>();
let ruler: CanvasRenderingContext2D | null | undefined;

function widthInEm(label: string): number {
  let width = widths.get(label);
  if (width === undefined) {
    ruler ??= document.createElement("canvas").getContext("2d");
    if (ruler) ruler.font = 'italic 100px "Times New Roman", "Liberation Serif", serif';
    width = ruler ? Math.ceil(ruler.measureText(label).width) / 100 + overhang : label.length / 2;
    widths.set(label, width);
  }
  return width;
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete element.dataset[name];
  else element.dataset[name] = value;
}
