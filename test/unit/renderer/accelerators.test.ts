import { expect, test } from "vitest";
import { commandOfKey, matchesAccelerator, showAccelerator } from "../../../renderer/commands/accelerators";

function press(keys: string, key: string, code = "") {
  const has = (name: string) => keys.includes(name);
  return { key, code, ctrlKey: has("C"), metaKey: has("M"), altKey: has("A"), shiftKey: has("S") };
}

test.each([
  ["CmdOrCtrl+S", press("C", "s"), true],
  ["CmdOrCtrl+S", press("CS", "S"), false],
  ["CmdOrCtrl+Shift+S", press("CS", "S"), true],
  ["CmdOrCtrl+S", press("CA", "s"), false],
  ["CmdOrCtrl+S", press("", "s"), false],
  ["CmdOrCtrl+=", press("C", "="), true],
  ["CmdOrCtrl++", press("CS", "+"), true],
  ["CmdOrCtrl+,", press("C", ","), true],
  ["Alt+Up", press("A", "ArrowUp"), true],
  ["F8", press("", "F8"), true],
  ["Shift+F8", press("S", "F8"), true],
  ["F8", press("S", "F8"), false],
  ["CmdOrCtrl+Shift+Space", press("CS", " "), true],
])("%s and the keys pressed", (accelerator, pressed, matches) => {
  expect(matchesAccelerator(accelerator, pressed)).toBe(matches);
});

test("a digit is known by its place on keyboards that write it with Shift", () => {
  expect(commandOfKey(press("C", "&", "Digit1"))).toBe("viewMarked");
});

test("on macOS Command takes the place of Control", () => {
  expect(commandOfKey(press("M", "s"), true)).toBe("save");
  expect(commandOfKey(press("C", "s"), true)).toBe(null);
});

test("keys of the text are left to the editor", () => {
  expect(commandOfKey(press("C", "b"))).toBe(null);
  expect(commandOfKey(press("", "Tab"))).toBe(null);
});

test("keys are written for people", () => {
  expect(showAccelerator("CmdOrCtrl+Shift+O")).toBe("Ctrl+Shift+O");
  expect(showAccelerator("CmdOrCtrl+Shift+O", true)).toBe("⌘⇧O");
  expect(showAccelerator("Alt+Up")).toBe("Alt+↑");
});
