/**
 * What the window adds to a draft: the drawn redline, the marks of the checks, of unagreed text and of what is looked
 * for, a caret between tables, a line where a drag would drop.
 */
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import type { Plugin } from "prosemirror-state";
import { bracketMarks } from "./bracket-marks";
import { caretInSight } from "./caret-in-sight";
import { clipboardPlugin } from "./clipboard";
import { commentMarks } from "./comment-marks";
import { findMarks } from "./find-marks";
import { findingMarks } from "./finding-marks";
import { keysInTurn } from "./keys-in-turn";
import { labelKey } from "./label-editor";
import { noteLinks } from "./note-links";
import { type OutsideLinks, outsideLinks } from "./outside-links";
import { redlineDecorations, struckDecorations } from "./redline-decorations";
import { struckClicks } from "./struck-clicks";
import { typedLetters } from "./typed-letters";

/** The plugins of the page, for `createDraftState`. */
export function pagePlugins(links: OutsideLinks = { links: {}, open: () => {} }): Plugin[] {
  return [
    keysInTurn(),
    struckClicks(),
    redlineDecorations(),
    struckDecorations(),
    findingMarks(),
    commentMarks(),
    bracketMarks(),
    findMarks(),
    labelKey(),
    outsideLinks(links),
    noteLinks(),
    clipboardPlugin(),
    gapCursor(),
    dropCursor(),
    typedLetters(),
    caretInSight(),
  ];
}
