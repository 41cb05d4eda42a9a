/**
 * Makes the redline exact when typing rests: a quarter of a second after the last edit and the last key or click,
 * never while composing. It is worked out in slices that no key notices; a key that comes meanwhile makes it begin
 * anew. The page hears of a moved selection only after the key that moved it; redrawing in between would put the old
 * selection back and swallow the key.
 */
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { needsSettling, prepareToSettle, settleRedline } from "../../shared/editing/redline-plugin";
import { restTimer } from "../session/rest-timer";
import { whenIdle } from "../session/when-idle";

/** How long typing must have rested, in milliseconds. */
const rest = 250;
const inputs = ["keydown", "pointerdown", "pointerup"] as const;
/** A selection that never reaches the state (in a label, in a struck block) holds nothing up for ever. */
const mostWaits = 8;

/** Watches a view; call `edited` after every change of state and `stop` at the end. */
export function settleWhenIdle(view: EditorView): { edited(): void; stop(): void } {
  let giveUp: (() => void) | null = null;
  let waits = 0;
  const prepare = () => {
    const work = prepareToSettle(view.state);
    giveUp = whenIdle(() => {
      const { done } = work.next();
      if (done) settle();
      return done === true;
    });
  };
  const timer = restTimer(prepare);
  const settle = () => {
    giveUp = null;
    if (view.isDestroyed) return;
    if (!canRedraw(view, waits)) {
      waits++;
      edited();
      return;
    }
    waits = 0;
    settleRedline(view.state, view.dispatch);
  };
  const edited = () => {
    giveUp?.();
    giveUp = null;
    if (!needsSettling(view.state)) return timer.stop();
    timer.restart(rest);
  };
  for (const event of inputs) view.dom.addEventListener(event, edited);
  const stop = () => {
    giveUp?.();
    timer.stop();
    for (const event of inputs) view.dom.removeEventListener(event, edited);
  };
  return { edited, stop };
}

/** Calls `draw` as soon as the page may be drawn anew, at once if it may be now; the returned function gives it up. */
export function whenRedrawable(view: EditorView, draw: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = 0;
  const attempt = () => {
    if (canRedraw(view, waits)) return draw();
    waits++;
    timer = setTimeout(attempt, rest);
  };
  attempt();
  return () => clearTimeout(timer);
}

/** Whether the page may be drawn anew without costing a key: not in a composition, not before a selection is heard of. */
function canRedraw(view: EditorView, waits: number): boolean {
  return !view.composing && (showsSelection(view) || waits >= mostWaits);
}

/** Whether the page and the state select the same; a moved selection reaches the state only after its key. */
function showsSelection(view: EditorView): boolean {
  const { state, dom, root } = view;
  const shown = root instanceof Document ? root.getSelection() : null;
  if (!shown?.anchorNode || !shown.focusNode || !(state.selection instanceof TextSelection)) return true;
  if (!dom.contains(shown.anchorNode) || !dom.contains(shown.focusNode)) return true;
  const { anchor, head } = state.selection;
  return (
    view.posAtDOM(shown.anchorNode, shown.anchorOffset) === anchor &&
    view.posAtDOM(shown.focusNode, shown.focusOffset) === head
  );
}
