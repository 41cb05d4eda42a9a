/** How a label is drawn: letters italic, numbers and dashes upright, long ones with more room. */

/** Classes of a label element. */
export function labelClass(label: string): string {
  const form = /^[\s(]*\p{L}/u.test(label) && label.length <= 8 ? "letter" : "";
  return `${form} ${label.length > 5 ? "wide" : ""}`.trim();
}
