/**
 * Checks at run time what the window sends, against the types of the contract: a compromised page could
 * send anything. One guard per argument; the table does not compile when the contract gains a method.
 */
import { isCommandId } from "../shared/commands";
import type { DocumentState, ExportFormat, HostApi, OpenPurpose, PrintedPage, Settings } from "../shared/ipc";
import { isLanguage } from "../shared/model/language";

type Guard<T> = (value: unknown) => value is T;
/** Maps over a tuple: a mapped type is one only for a type parameter. */
type GuardEach<Tuple extends unknown[]> = { [Index in keyof Tuple]: Guard<Tuple[Index]> };
type Guards = { [Method in keyof HostApi]: GuardEach<Parameters<HostApi[Method]>> };

const longestName = 1000;
const longestLine = 32 * 1024 * 1024;
const mostBytes = 512 * 1024 * 1024;
const mostLines = 10_000;

const isText =
  (longest: number) =>
  (value: unknown): value is string =>
    typeof value === "string" && value.length <= longest;

const isName = isText(longestName);
const isId = isText(100);
const isIdOrNull = (value: unknown): value is string | null => value === null || isId(value);
const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array && value.length <= mostBytes;

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value);

function isOneOf<T extends string>(...allowed: T[]): Guard<T> {
  return (value): value is T => allowed.includes(value as T);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length <= mostLines &&
  // A line feed inside would forge a second line of the journal.
  value.every((line) => isText(longestLine)(line) && !line.includes("\n"));

const isStates = (value: unknown): value is Record<string, { enabled: boolean; checked?: boolean }> =>
  isRecord(value) &&
  Object.entries(value).every(
    ([id, state]) =>
      isCommandId(id) &&
      isRecord(state) &&
      typeof state.enabled === "boolean" &&
      (state.checked === undefined || typeof state.checked === "boolean"),
  );

const isDocumentState = (value: unknown): value is DocumentState =>
  isRecord(value) && isName(value.title) && typeof value.dirty === "boolean" && isIdOrNull(value.file);

/** The values themselves are validated where settings are kept. */
const isSettings = (value: unknown): value is Partial<Settings> =>
  isRecord(value) && Object.values(value).every((setting) => setting === undefined || isName(setting));

const isResourceName = (value: unknown): value is string =>
  isName(value) && /^(samples|skeletons|templates)\/[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value);

/** A place becomes a name in the PDF, so nothing but the form that our writer gives it will do. */
const isBookmark = (value: unknown): value is PrintedPage["bookmarks"][number] =>
  isRecord(value) && isText(longestLine)(value.words) && isId(value.place) && /^row-\d+$/.test(value.place);

export const isPrintedPage = (value: unknown): value is PrintedPage =>
  isRecord(value) &&
  isText(mostBytes)(value.html) &&
  isName(value.title) &&
  isLanguage(value.language) &&
  Array.isArray(value.bookmarks) &&
  value.bookmarks.every(isBookmark);

export const guards: Guards = {
  takeStartupFile: [],
  openFile: [isOneOf<OpenPurpose>("base", "draft", "revised", "template", "any")],
  readResource: [isResourceName],
  listSamples: [],
  listRecent: [],
  openRecent: [isId],
  clearRecent: [],
  readPrevious: [isId],
  saveDraft: [isIdOrNull, isName, isBytes],
  saveDraftAs: [isName, isBytes],
  exportFile: [isOneOf<ExportFormat>("docx", "critic", "json", "txt", "png", "html", "pdf"), isName, isBytes],
  exportPdf: [isName, isPrintedPage],
  startJournal: [isIdOrNull, isName, isBytes],
  appendJournal: [isId, isLines],
  listRecoverable: [],
  readJournal: [isId],
  discardJournal: [isId],
  setCommandStates: [isStates],
  setDocumentState: [isDocumentState],
  readSettings: [],
  writeSettings: [isSettings],
  closeWindow: [],
  memoryInUse: [],
  openLink: [isText(8192)],
  showTextMenu: [isPlace, isPlace],
};

/** Whether the arguments of a call are what the contract says. */
export function areArguments(method: keyof HostApi, given: readonly unknown[]): boolean {
  const expected = guards[method] as readonly Guard<unknown>[];
  return given.length === expected.length && expected.every((guard, index) => guard(given[index]));
}
