/** A document that takes the place of another is drawn once, on a page of its own. */
import { strToU8 } from "fflate";
import { EditorView } from "prosemirror-view";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, test, vi } from "vitest";
import { Desk } from "../../../renderer/components/Desk";
import { SessionContext } from "../../../renderer/components/session-context";
import { openBytes } from "../../../renderer/session/open-flow";
import { createSession } from "../../../renderer/session/session";
import { speak } from "../../../renderer/words";
import { fakeHost } from "../../support/fake-host";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const resolution = (subject: string) =>
  strToU8(`RESOLUTION 7 (Place, 2030)
${subject}
considering
a)\tthat ${subject.toLowerCase()} matters,
resolves
1\tto go on.`);

afterEach(() => vi.restoreAllMocks());

test("the page of the first document never draws the second", async () => {
  await speak("en");
  const session = createSession(fakeHost());
  await openBytes(session, { id: "a", name: "a.txt", bytes: resolution("Readings") });
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      <SessionContext.Provider value={session}>
        <Desk />
      </SessionContext.Provider>,
    ),
  );
  expect(place.querySelector(".ProseMirror")?.textContent).toContain("that readings matters");
  const drawn = vi.spyOn(EditorView.prototype, "updateState");
  await act(() => openBytes(session, { id: "b", name: "b.txt", bytes: resolution("Sharing") }));
  expect(place.querySelectorAll(".ProseMirror")).toHaveLength(1);
  expect(place.querySelector(".ProseMirror")?.textContent).toContain("that sharing matters");
  expect(drawn.mock.calls.filter(([state]) => state.doc.textContent.includes("sharing"))).toEqual([]);
  await act(async () => root.unmount());
});
