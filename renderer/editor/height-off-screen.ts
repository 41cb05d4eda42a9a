/**
 * The height that a part of the page is thought to have while it is far from the screen and not laid out. Estimates move
 * in steps, so that a keystroke does not disturb the layout; the browser knows better once the part was shown.
 */

/** One step, in ems. */
const step = 20;

/** Rounds an estimate in ems up to whole steps. */
export function inSteps(ems: number): number {
  return Math.max(Math.ceil(ems / step), 1) * step;
}

/** Tells the browser the height of an element that it need not lay out. */
export function reserveHeight(element: HTMLElement, ems: number): void {
  element.style.setProperty("contain-intrinsic-block-size", `auto ${ems}em`);
}
