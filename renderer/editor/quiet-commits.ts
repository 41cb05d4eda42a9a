/**
 * Keeps React from walking through the whole text. Before every commit, however small, React works out the offsets
 * of the selection in the focused element if that is editable, so that it could put it back had the commit taken the
 * focus away; it counts them node by node from the start (`getSelectionInformation`). The text is not React's: no
 * commit moves it, and ProseMirror keeps its selection. So its element does not tell React that it is editable; the
 * attribute, which browsers, screen readers and ProseMirror go by, stays.
 */

/** Hides from React that an element is editable. */
export function quietCommits(text: HTMLElement): void {
  Object.defineProperty(text, "contentEditable", {
    configurable: true,
    get: () => "inherit",
    set: (value: string) => text.setAttribute("contenteditable", value),
  });
}
