/**
 * Parts of the window that are not on its first screen. Each comes in a script of its own, loaded when the window first
 * rests, or at once when it is asked for sooner; from then on it is drawn like any other. Nothing is drawn in its
 * place meanwhile.
 */
import { type ComponentType, memo, useEffect, useReducer } from "react";

export interface LaterPart {
  /** Null until the script is there. */
  component: ComponentType | null;
  failed: unknown;
  load(): Promise<void>;
}

const parts: LaterPart[] = [];

/** Names a part of the window by the way to its script. */
export function later(script: () => Promise<ComponentType>): LaterPart {
  let loading: Promise<void> | null = null;
  const part: LaterPart = {
    component: null,
    failed: null,
    load() {
      loading ??= script().then(
        (component) => {
          part.component = component;
        },
        (error: unknown) => {
          part.failed = error;
        },
      );
      return loading;
    },
  };
  parts.push(part);
  return part;
}

/** Draws a part, as soon as it can be drawn. */
export const Later = memo(function Later({ part }: { part: LaterPart }) {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const Component = part.component;
  useEffect(() => {
    // The script may have come since this was drawn.
    if (!Component) void part.load().then(draw);
  }, [part, Component]);
  if (part.failed) throw part.failed;
  return Component && <Component />;
});

/** Loads what is not loaded yet, one part after the other, so that nothing else has to wait long. */
export async function loadTheRest(): Promise<void> {
  for (const part of parts) await part.load();
}
