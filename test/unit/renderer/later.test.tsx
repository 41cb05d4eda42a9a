/** Parts of the window that come in scripts of their own. */
import { act, useLayoutEffect } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Later, type LaterPart, later } from "../../../renderer/components/Later";
import { Rescue } from "../../../renderer/components/Rescue";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const roots: Root[] = [];

async function draw(element: React.ReactNode): Promise<HTMLElement> {
  const place = document.createElement("div");
  const root = createRoot(place);
  roots.push(root);
  await act(async () => root.render(element));
  return place;
}

afterEach(async () => {
  for (const root of roots.splice(0)) await act(async () => root.unmount());
});

function Comes({ part }: { part: LaterPart }) {
  useLayoutEffect(() => {
    part.component = () => <p>here</p>;
  }, [part]);
  return null;
}

test("a part is fetched when it is asked for, once, and drawn at once from then on", async () => {
  const script = vi.fn(async () => () => <p>here</p>);
  const part = later(script);
  expect(script).not.toHaveBeenCalled();
  const first = await draw(<Later part={part} />);
  expect(first.textContent).toBe("here");
  const place = document.createElement("div");
  const root = createRoot(place);
  roots.push(root);
  // Without waiting for anything: keys that follow must find it.
  act(() => root.render(<Later part={part} />));
  expect(place.textContent).toBe("here");
  expect(script).toHaveBeenCalledTimes(1);
});

test("a part whose script comes while it is being drawn is drawn", async () => {
  const part = later(async () => () => <p>here</p>);
  const place = await draw(
    <>
      <Later part={part} />
      <Comes part={part} />
    </>,
  );
  expect(place.textContent).toBe("here");
});

test("a part that cannot be fetched is told, not left out", async () => {
  vi.stubGlobal("reportError", vi.fn());
  const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
  const part = later(() => Promise.reject(new Error("gone")));
  const place = await draw(
    <Rescue>
      <Later part={part} />
    </Rescue>,
  );
  expect(place.querySelector("[role=alert]")).not.toBeNull();
  quiet.mockRestore();
  vi.unstubAllGlobals();
});
