/**
 * Keys that come one after another are meant for the text. A dialog that comes up by itself waits until they rest, though
 * not for ever, and while they go on none of them presses its buttons.
 */
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useState } from "react";

/** More than between two keys of one who types: a dialog may come. */
const rest = 500;
const longestWait = 5000;
/** What it takes to see that something has come up, and to stop: a key after it is an answer. */
const sight = 1000;
/** Who typed no later than this before a dialog came may still be at it. */
const lately = 3000;

/** Dialogs that nobody asked for at this very moment: they answer what was begun before, or tell what failed. */
const unbidden: ReadonlySet<string> = new Set(["error", "tracked", "otherBase", "rebase", "unsaved"]);

let lastKey = Number.NEGATIVE_INFINITY;
let gap = Number.POSITIVE_INFINITY;

window.addEventListener(
  "keydown",
  (event) => {
    if (!isTyped(event)) return;
    // When it was pressed, however late the window comes to hear it.
    [lastKey, gap] = [event.timeStamp, event.timeStamp - lastKey];
  },
  true,
);

/** Whether a dialog of this kind comes up by itself. */
export function comesUnbidden(kind: string | undefined): boolean {
  return kind !== undefined && unbidden.has(kind);
}

/** False while somebody types on, for as long as a dialog can wait. */
export function useRestOfTyping(awaited: boolean): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (!awaited) return;
    const latest = performance.now() + longestWait;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = Math.min(lastKey + rest, latest) - performance.now();
      if (left <= 0) setRested(true);
      else timer = setTimeout(look, left);
    };
    look();
    return () => {
      clearTimeout(timer);
      setRested(false);
    };
  }, [awaited]);
  return rested;
}

/** Keeps the keys of a flow that began before the dialog from its buttons. */
export function useKeysNotForButtons(applies: boolean): (event: ReactKeyboardEvent) => void {
  const [[shown, typing]] = useState(() => [performance.now(), performance.now() - lastKey < lately] as const);
  return (event) => {
    if (!applies || !typing || !isTyped(event.nativeEvent)) return;
    if (lastKey - shown >= sight && gap >= sight) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function isTyped({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (isComposing || key === "Process") return true;
  return !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === "Enter" || key === "Backspace");
}
