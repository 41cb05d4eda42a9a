/** The toolbar and the menu learn what can be done without keeping a key. */
import { strToU8 } from "fflate";
import { beforeEach, expect, test, vi } from "vitest";
import { commandStates } from "../../../renderer/commands/command-states";
import { isActive, isEnabled } from "../../../renderer/commands/registry";
import { openBytes } from "../../../renderer/session/open-flow";
import { createSession, type Session } from "../../../renderer/session/session";
import { speak } from "../../../renderer/words";
import { commandIds } from "../../../shared/commands";
import { needsSettling } from "../../../shared/editing/redline-plugin";
import { settleInSteps } from "../../../shared/redline/live";
import { fakeHost } from "../../support/fake-host";

// The function itself, only counted.
vi.mock("../../../shared/redline/live", async (load) => {
  const real = await load<typeof import("../../../shared/redline/live")>();
  return { ...real, settleInSteps: vi.fn(real.settleInSteps) };
});

const text = `RESOLUTION 7 (Place, 2030)
Sharing of readings
considering
a)\tthat readings are kept,
resolves
1\tto keep sharing readings.`;

let session: Session;

beforeEach(async () => {
  await speak("en");
  session = createSession(fakeHost());
  await openBytes(session, { id: "a", name: "a.txt", bytes: strToU8(text) });
});

function type(letter: string): void {
  const { state } = session.getSnapshot().document!;
  session.dispatch(state.tr.insertText(letter, state.doc.content.size - 4));
}

test("no command works out the redline as a whole while typing goes on", () => {
  type("x");
  vi.mocked(settleInSteps).mockClear();
  for (const id of commandIds) {
    isEnabled(session, id);
    isActive(session, id);
  }
  expect(settleInSteps).not.toHaveBeenCalled();
  expect(needsSettling(session.getSnapshot().document!.state)).toBe(true);
});

test("what can be done follows an edit, and is told in one go", async () => {
  const states = commandStates(session);
  await vi.waitFor(() => expect(states.getSnapshot().bold.enabled).toBe(true), 20_000);
  expect(states.getSnapshot().undo.enabled).toBe(false);
  const told = vi.fn();
  states.subscribe(told);
  type("x");
  await vi.waitFor(() => expect(states.getSnapshot().undo.enabled).toBe(true), 20_000);
  expect(states.getSnapshot().rejectAll.enabled).toBe(true);
  expect(told).toHaveBeenCalledTimes(1);
});

test("who types without a pause still sees what can be done", async () => {
  const states = commandStates(session);
  await vi.waitFor(() => expect(states.getSnapshot().bold.enabled).toBe(true), 20_000);
  const keys = setInterval(() => type("x"), 20);
  try {
    await vi.waitFor(() => expect(states.getSnapshot().undo.enabled).toBe(true), { timeout: 20_000 });
  } finally {
    clearInterval(keys);
  }
});
