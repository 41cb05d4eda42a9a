import { expect, test } from "vitest";
import { type CommandId, commandIds, commands, isCommandId, type MenuEntry, menus } from "../../../shared/commands";

function inMenu(entry: MenuEntry): CommandId[] {
  if (entry === "-") return [];
  if (typeof entry === "string") return [entry];
  return "entries" in entry ? entry.entries.flatMap(inMenu) : [];
}

const placed = menus.flatMap(({ entries }) => entries.flatMap(inMenu));

test("every command stands in the menu bar, once", () => {
  expect([...placed].sort()).toEqual([...commandIds].sort());
});

test("no two commands share a key", () => {
  const keys = commandIds.flatMap((id) => {
    const { accelerator, otherAccelerators = [] } = commands[id];
    return accelerator ? [accelerator, ...otherAccelerators] : [];
  });
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test("no menu begins or ends with a line, or has two in a row", () => {
  for (const { entries } of menus) {
    expect(entries[0]).not.toBe("-");
    expect(entries[entries.length - 1]).not.toBe("-");
    expect(entries.some((entry, index) => entry === "-" && entries[index + 1] === "-")).toBe(false);
  }
});

test("a command id is told from any other string", () => {
  expect(isCommandId("save")).toBe(true);
  expect(isCommandId("toString")).toBe(false);
  expect(isCommandId("format-disk")).toBe(false);
});
