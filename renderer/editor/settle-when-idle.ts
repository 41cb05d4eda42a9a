/**
 * Makes the redline exact when typing rests: a quarter of a second after the last edit and the last key or click,
 * never while composing. The page hears of a moved selection only after the key that moved it; redrawing in between
 * would put the old selection back and swallow the key.
 */
import type { EditorView } from "prosemirror-view";
import { needsSettling, settleRedline } from "../../shared/editing/redline-plugin";

const rest = 250;
const inputs = ["keydown", "pointerdown", "pointerup"] as const;

/** Watches a view; call `edited` after every change of state and `stop` at the end. */
export function settleWhenIdle(view: EditorView): { edited(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    timer = undefined;
    if (view.isDestroyed) return;
    if (view.composing) edited();
    else settleRedline(view.state, view.dispatch);
  };
  const edited = () => {
    clearTimeout(timer);
    timer = needsSettling(view.state) ? setTimeout(settle, rest) : undefined;
  };
  const postpone = () => {
    if (timer !== undefined) edited();
  };
  for (const event of inputs) view.dom.addEventListener(event, postpone);
  const stop = () => {
    clearTimeout(timer);
    for (const event of inputs) view.dom.removeEventListener(event, postpone);
  };
  return { edited, stop };
}
