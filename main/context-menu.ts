/**
 * What a right click offers. On the text of the draft the page asks for the menu itself, after it has told what can be
 * done at that place; elsewhere there is cutting, copying and pasting in fields, and copying what is selected.
 */
import { app, BrowserWindow, Menu } from "electron";
import { type MenuEntry, textMenu } from "../shared/commands";
import { toItem } from "./menu";

const fieldMenu: readonly MenuEntry[] = [{ role: "cut" }, { role: "copy" }, { role: "paste" }, { role: "selectAll" }];

/** Shows the menu of the text. */
export function showTextMenu(window: BrowserWindow, x: number, y: number): void {
  Menu.buildFromTemplate(textMenu.map(toItem)).popup({ window, x, y });
}

/** Answers right clicks wherever a page does not. */
export function setupFieldMenu(): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("context-menu", (_asked, { isEditable, selectionText }) => {
      const window = BrowserWindow.fromWebContents(contents);
      const entries: readonly MenuEntry[] = isEditable ? fieldMenu : selectionText === "" ? [] : [{ role: "copy" }];
      if (window && entries.length > 0) Menu.buildFromTemplate(entries.map(toItem)).popup({ window });
    });
  });
}
