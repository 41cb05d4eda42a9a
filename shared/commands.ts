/**
 * Every command of the window, as data: its id, the keys that call it and its place in the menus.
 * The wording is `commands.<id>` in the catalogues; the behaviour is bound in `renderer/commands`.
 * The main process builds its menu from `menus`, the window its toolbar, palette and list of keys, so
 * that a command has one name everywhere.
 */

interface CommandData {
  /** Electron's notation; `CmdOrCtrl` is Command on macOS. */
  accelerator?: string;
  /** Other keys that do the same. */
  otherAccelerators?: readonly string[];
  /** The editor's own keymap binds the keys: they are listed, not bound a second time. */
  boundBy?: "editor";
  /** Shown with a tick or a dot when it is in force. */
  kind?: "checkbox" | "radio";
  /** True when the command asks for more before it acts: its label ends with an ellipsis. */
  asks?: true;
}

const commandTable = {
  newResolution: { accelerator: "CmdOrCtrl+N" },
  newContribution: { accelerator: "CmdOrCtrl+Shift+N", asks: true },
  openBase: { accelerator: "CmdOrCtrl+Shift+O", asks: true },
  openDraft: { accelerator: "CmdOrCtrl+O", asks: true },
  openPrevious: {},
  compareFiles: { accelerator: "CmdOrCtrl+Shift+K", asks: true },
  save: { accelerator: "CmdOrCtrl+S" },
  saveAs: { accelerator: "CmdOrCtrl+Shift+S", asks: true },
  exportDocument: { accelerator: "CmdOrCtrl+E", asks: true },
  exportTracked: { asks: true },
  exportTypeset: { asks: true },
  exportClean: { asks: true },
  exportBase: { asks: true },
  exportCritic: { asks: true },
  exportJson: { asks: true },
  exportHandout: { accelerator: "CmdOrCtrl+Shift+E", asks: true },
  print: { accelerator: "CmdOrCtrl+P", asks: true },
  closeDocument: { accelerator: "CmdOrCtrl+W" },
  openSettings: { accelerator: "CmdOrCtrl+,", asks: true },

  undo: { accelerator: "CmdOrCtrl+Z", boundBy: "editor" },
  redo: { accelerator: "CmdOrCtrl+Y", otherAccelerators: ["CmdOrCtrl+Shift+Z"], boundBy: "editor" },
  find: { accelerator: "CmdOrCtrl+F", asks: true },
  findNext: { accelerator: "F3", otherAccelerators: ["CmdOrCtrl+G"] },
  findPrevious: { accelerator: "Shift+F3", otherAccelerators: ["CmdOrCtrl+Shift+G"] },
  replace: { accelerator: "CmdOrCtrl+H", asks: true },
  commandPalette: { accelerator: "CmdOrCtrl+Shift+P", asks: true },

  bold: { accelerator: "CmdOrCtrl+B", boundBy: "editor", kind: "checkbox" },
  italic: { accelerator: "CmdOrCtrl+I", boundBy: "editor", kind: "checkbox" },
  underline: { accelerator: "CmdOrCtrl+U", boundBy: "editor", kind: "checkbox" },
  superscript: { kind: "checkbox" },
  subscript: { kind: "checkbox" },
  smallCaps: { kind: "checkbox" },
  makeItem: { kind: "radio" },
  makeCall: { kind: "radio" },
  makeParagraph: { kind: "radio" },
  makeHeading: { kind: "radio" },
  makeNumber: { kind: "radio" },
  makeTitle: { kind: "radio" },
  makeHistory: { kind: "radio" },
  makeEnacting: { kind: "radio" },
  makeAnnexNumber: { kind: "radio" },
  makeAnnexTitle: { kind: "radio" },
  lowerLevel: { accelerator: "Tab", boundBy: "editor" },
  raiseLevel: { accelerator: "Shift+Tab", boundBy: "editor" },
  moveUp: { accelerator: "Alt+Up", boundBy: "editor" },
  moveDown: { accelerator: "Alt+Down", boundBy: "editor" },

  editHeader: { asks: true },
  insertProposal: { accelerator: "CmdOrCtrl+Alt+N", asks: true },
  proposalUp: { accelerator: "CmdOrCtrl+Alt+Up" },
  proposalDown: { accelerator: "CmdOrCtrl+Alt+Down" },
  removeProposal: {},
  insertItemBefore: {},
  insertItemAfter: {},
  insertSection: {},
  insertFootnote: { accelerator: "CmdOrCtrl+Alt+F" },
  insertReasons: {},
  insertTable: {},
  addRowBefore: { accelerator: "Alt+Shift+Up", boundBy: "editor" },
  addRowAfter: { accelerator: "Alt+Shift+Down", boundBy: "editor" },
  addColumnBefore: { accelerator: "Alt+Shift+Left", boundBy: "editor" },
  addColumnAfter: { accelerator: "Alt+Shift+Right", boundBy: "editor" },
  toggleHeaderRow: { kind: "checkbox" },
  mergeCells: {},
  splitCell: {},
  deleteRow: { accelerator: "Alt+Shift+Backspace", boundBy: "editor" },
  deleteColumn: { accelerator: "Alt+Shift+Delete", boundBy: "editor" },
  deleteTable: {},
  followFootnote: { accelerator: "Alt+Enter", boundBy: "editor" },
  insertNoBreakSpace: { accelerator: "CmdOrCtrl+Shift+Space" },
  insertNoBreakHyphen: { accelerator: "CmdOrCtrl+Shift+-" },
  bracketSelection: { accelerator: "CmdOrCtrl+Alt+B" },
  addAlternative: { accelerator: "CmdOrCtrl+Alt+A" },

  addComment: { accelerator: "CmdOrCtrl+Alt+M", asks: true },
  nextChange: { accelerator: "F8" },
  previousChange: { accelerator: "Shift+F8" },
  rejectChange: {},
  rejectProvision: {},
  rejectInSelection: {},
  rejectAll: {},
  acceptChange: {},
  acceptProvision: {},
  acceptAll: {},
  nextBracket: { accelerator: "CmdOrCtrl+F8" },
  previousBracket: { accelerator: "CmdOrCtrl+Shift+F8" },
  settleBrackets: { accelerator: "CmdOrCtrl+Alt+K" },
  dropBracketed: {},
  reviseDates: { accelerator: "CmdOrCtrl+Alt+D", asks: true },
  labelsRenumber: { kind: "radio" },
  labelsBis: { kind: "radio" },

  toggleMeeting: { accelerator: "F5", kind: "checkbox" },
  meetingNext: { accelerator: "CmdOrCtrl+PageDown" },
  meetingPrevious: { accelerator: "CmdOrCtrl+PageUp" },

  viewMarked: { accelerator: "CmdOrCtrl+1", kind: "radio" },
  viewClean: { accelerator: "CmdOrCtrl+2", kind: "radio" },
  viewBase: { accelerator: "CmdOrCtrl+3", kind: "radio" },
  viewSideBySide: { accelerator: "CmdOrCtrl+4", kind: "radio" },
  viewCompilation: { accelerator: "CmdOrCtrl+5", kind: "radio" },
  viewVersions: { accelerator: "CmdOrCtrl+6", kind: "radio" },
  addProposal: { asks: true },
  beginDecisions: {},
  rebaseDraft: { asks: true },
  openVersion: { asks: true },
  toggleOutline: { accelerator: "CmdOrCtrl+Alt+O", kind: "checkbox" },
  togglePanel: { accelerator: "CmdOrCtrl+Alt+P", kind: "checkbox" },
  showChanges: { kind: "radio" },
  showChecks: { kind: "radio" },
  showBrackets: { kind: "radio" },
  showProposal: { kind: "radio" },
  showComments: { kind: "radio" },
  showMessages: { kind: "radio" },
  zoomIn: { accelerator: "CmdOrCtrl+=", otherAccelerators: ["CmdOrCtrl++"] },
  zoomOut: { accelerator: "CmdOrCtrl+-" },
  zoomReset: { accelerator: "CmdOrCtrl+0" },
  zoomFit: { accelerator: "CmdOrCtrl+9", kind: "checkbox" },
  themeSystem: { kind: "radio" },
  themeLight: { kind: "radio" },
  themeDark: { kind: "radio" },

  showShortcuts: { accelerator: "F1" },
  showAbout: {},
} as const satisfies Record<string, CommandData>;

export type CommandId = keyof typeof commandTable;

export const commands: Readonly<Record<CommandId, CommandData>> = commandTable;
export const commandIds = Object.keys(commandTable) as CommandId[];

/** Tells a command id from any other string. */
export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(commandTable, id);
}

/** What the platform does itself; worded as `commands.<role>` too. */
export type MenuRole = "cut" | "copy" | "paste" | "selectAll" | "togglefullscreen" | "quit";

export type MenuId = "file" | "edit" | "structure" | "insert" | "review" | "view" | "help";
export type SubmenuId = "export" | "style" | "table" | "theme";

/** A command, a platform role, a submenu, or a line between groups. */
export type MenuEntry = CommandId | { role: MenuRole } | { submenu: SubmenuId; entries: readonly MenuEntry[] } | "-";

/** What a paragraph can be made. */
export const styleCommands: readonly CommandId[] = [
  "makeItem",
  "makeCall",
  "makeParagraph",
  "makeHeading",
  "makeNumber",
  "makeTitle",
  "makeHistory",
  "makeEnacting",
  "makeAnnexNumber",
  "makeAnnexTitle",
];

/** What can be done with the table at the caret. */
export const tableEntries: readonly (CommandId | "-")[] = [
  "addRowBefore",
  "addRowAfter",
  "addColumnBefore",
  "addColumnAfter",
  "-",
  "toggleHeaderRow",
  "mergeCells",
  "splitCell",
  "-",
  "deleteRow",
  "deleteColumn",
  "deleteTable",
];

/** What a right click in the text offers. */
export const textMenu: readonly MenuEntry[] = [
  { role: "cut" },
  { role: "copy" },
  { role: "paste" },
  { role: "selectAll" },
  "-",
  "addComment",
  "bracketSelection",
  "-",
  "acceptChange",
  "rejectChange",
  "rejectInSelection",
  "rejectProvision",
  "-",
  "insertItemBefore",
  "insertItemAfter",
  { submenu: "style", entries: styleCommands },
  { submenu: "table", entries: tableEntries },
];

/** The commands among entries, those of submenus too. */
export function commandIdsOf(entries: readonly MenuEntry[]): CommandId[] {
  return entries.flatMap((entry) => {
    if (entry === "-") return [];
    if (typeof entry === "string") return [entry];
    return "entries" in entry ? commandIdsOf(entry.entries) : [];
  });
}

/** The menu bar, left to right; worded as `menus.<id>`. */
export const menus: readonly { id: MenuId; entries: readonly MenuEntry[] }[] = [
  {
    id: "file",
    entries: [
      "newResolution",
      "newContribution",
      "openBase",
      "openDraft",
      "openPrevious",
      "compareFiles",
      "-",
      "save",
      "saveAs",
      "-",
      "exportDocument",
      {
        submenu: "export",
        entries: ["exportTracked", "exportTypeset", "exportClean", "exportBase", "-", "exportCritic", "exportJson"],
      },
      "exportHandout",
      "print",
      "-",
      "openSettings",
      "-",
      "closeDocument",
      { role: "quit" },
    ],
  },
  {
    id: "edit",
    entries: [
      "undo",
      "redo",
      "-",
      { role: "cut" },
      { role: "copy" },
      { role: "paste" },
      { role: "selectAll" },
      "-",
      "find",
      "findNext",
      "findPrevious",
      "replace",
      "-",
      "commandPalette",
    ],
  },
  {
    id: "structure",
    entries: [
      "bold",
      "italic",
      "underline",
      "superscript",
      "subscript",
      "smallCaps",
      "-",
      { submenu: "style", entries: styleCommands },
      "-",
      "lowerLevel",
      "raiseLevel",
      "moveUp",
      "moveDown",
      "-",
      "labelsRenumber",
      "labelsBis",
    ],
  },
  {
    id: "insert",
    entries: [
      "insertProposal",
      "proposalUp",
      "proposalDown",
      "removeProposal",
      "editHeader",
      "-",
      "insertItemBefore",
      "insertItemAfter",
      "insertSection",
      "-",
      "insertFootnote",
      "followFootnote",
      "insertTable",
      { submenu: "table", entries: tableEntries },
      "insertReasons",
      "-",
      "insertNoBreakSpace",
      "insertNoBreakHyphen",
      "-",
      "bracketSelection",
      "addAlternative",
    ],
  },
  {
    id: "review",
    entries: [
      "addComment",
      "-",
      "nextChange",
      "previousChange",
      "-",
      "rejectChange",
      "rejectProvision",
      "rejectInSelection",
      "rejectAll",
      "-",
      "acceptChange",
      "acceptProvision",
      "acceptAll",
      "-",
      "nextBracket",
      "previousBracket",
      "settleBrackets",
      "dropBracketed",
      "-",
      "reviseDates",
      "rebaseDraft",
      "-",
      "addProposal",
      "beginDecisions",
      "openVersion",
    ],
  },
  {
    id: "view",
    entries: [
      "viewMarked",
      "viewClean",
      "viewBase",
      "viewSideBySide",
      "viewCompilation",
      "viewVersions",
      "-",
      "toggleMeeting",
      "meetingNext",
      "meetingPrevious",
      "-",
      "toggleOutline",
      "togglePanel",
      "showChanges",
      "showChecks",
      "showBrackets",
      "showProposal",
      "showComments",
      "showMessages",
      "-",
      "zoomIn",
      "zoomOut",
      "zoomReset",
      "zoomFit",
      "-",
      { submenu: "theme", entries: ["themeSystem", "themeLight", "themeDark"] },
      { role: "togglefullscreen" },
    ],
  },
  { id: "help", entries: ["showShortcuts", "showAbout"] },
];
