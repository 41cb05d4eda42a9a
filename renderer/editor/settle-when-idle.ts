/** Makes the redline exact when typing rests: a quarter of a second after the last edit, never while composing. */
import type { EditorView } from "prosemirror-view";
import { needsSettling, settleRedline } from "../../shared/editing/redline-plugin";

const rest = 250;

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
  return { edited, stop: () => clearTimeout(timer) };
}
