/** The window: theme and direction, then either the first screen or toolbar, outline, page, panel and status bar. */
import { FluentProvider } from "@fluentui/react-components";
import { startTransition, useEffect, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CommandId, commands, isCommandId } from "../../shared/commands";
import { directionOf } from "../../shared/locales/languages";
import { commandOfKey, isMac, matchesAccelerator } from "../commands/accelerators";
import { keepMenuInStep } from "../commands/command-states";
import { runCommand } from "../commands/registry";
import { followComments } from "../session/comments";
import { BusyNotice } from "./BusyNotice";
import { Desk } from "./Desk";
import { DropZone } from "./DropZone";
import { comesUnbidden, useRestOfTyping } from "./flow-of-typing";
import { Later, later } from "./Later";
import { Notices } from "./Notices";
import { Outline } from "./Outline";
import { SidePanel } from "./SidePanel";
import { StatusBar } from "./StatusBar";
import { useActions, useSession } from "./session-context";
import { Toolbar } from "./Toolbar";
import { themes, useThemeName } from "./themes";
import { Welcome } from "./Welcome";

const dialogs = later(async () => (await import("./Dialogs")).Dialogs);
const meetingWindow = later(async () => (await import("./MeetingWindow")).MeetingWindow);

export function App() {
  const language = useSession((value) => value.settings.language);
  const theme = useThemeName();
  useCommands();
  useComments();
  useRoomForPanes();
  return (
    <FluentProvider theme={themes[theme]} dir={directionOf(language)} lang={language}>
      {/* Not on the provider: its class goes onto every dialog's and menu's own place as well. */}
      <div className="window" data-theme={theme}>
        <DropZone>
          <Contents />
          <BusyNotice />
          <Front />
          <Notices />
        </DropZone>
      </div>
    </FluentProvider>
  );
}

/** What stands in front of the window, or in the room's, while it is asked for. */
function Front() {
  const waits = useSession((value) => comesUnbidden(value.dialog?.kind));
  const rested = useRestOfTyping(waits);
  const asks = useSession((value) => value.dialog !== null) && (rested || !waits);
  const meets = useSession((value) => value.meeting !== null);
  return (
    <>
      {asks && <Later part={dialogs} />}
      {meets && <Later part={meetingWindow} />}
    </>
  );
}

function Contents() {
  const open = useSession((value) => value.document !== null);
  const awaitsFile = useSession((value) => value.awaitsFile);
  if (!open) return awaitsFile ? null : <Welcome />;
  return <Workplace />;
}

/** The text first: what stands around it follows in the next idle moment, and keys that come meanwhile go first. */
function Workplace() {
  const { t } = useTranslation();
  const session = useActions();
  const outlineShown = useSession((value) => value.outlineShown);
  const panelShown = useSession((value) => value.panelShown);
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    const request = requestIdleCallback(() => startTransition(() => setWhole(true)), { timeout: 200 });
    return () => cancelIdleCallback(request);
  }, []);
  return (
    <div className="workplace">
      <button type="button" className="skip-link" onClick={() => session.focusText()}>
        {t("app.skipToText")}
      </button>
      {whole ? <Toolbar /> : <div className="toolbar-row" />}
      <div className="middle">
        {outlineShown && (whole ? <Outline /> : <div className="outline" />)}
        <Desk />
        {panelShown && (whole ? <SidePanel /> : <div className="side-panel" />)}
      </div>
      {whole ? <StatusBar /> : <div className="status-bar" />}
    </div>
  );
}

const narrow = typeof matchMedia === "function" ? matchMedia("(max-width: 860px)") : null;

/** In a narrow window, or with large text, the panes would hide the page: they step aside until they are asked for. */
function useRoomForPanes(): void {
  const session = useActions();
  useEffect(() => {
    const follow = () => {
      const room = !narrow?.matches;
      session.update({ outlineShown: room, panelShown: room });
    };
    follow();
    narrow?.addEventListener("change", follow);
    return () => narrow?.removeEventListener("change", follow);
  }, [session]);
}

/** Undo and redo where the editor did not take the key; a field has an undo of its own. */
function historyOfKey(event: globalThis.KeyboardEvent): CommandId | null {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return null;
  const meant = ({ accelerator, otherAccelerators = [] }: (typeof commands)[CommandId]) =>
    [accelerator ?? "", ...otherAccelerators].some((keys) => matchesAccelerator(keys, event, isMac));
  return (["undo", "redo"] as const).find((id) => meant(commands[id])) ?? null;
}

/** Binds the keys of the window and the application menu to the registry. */
function useCommands(): void {
  const session = useActions();
  // With the first drawing, not after it: who sees the window can use its keys.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const id = commandOfKey(event, isMac) ?? historyOfKey(event);
      // While a dialog stands in front, its own keys are the only ones.
      if (!id || session.getSnapshot().dialog) return;
      event.preventDefault();
      runCommand(session, id, "shortcut");
    };
    window.addEventListener("keydown", onKeyDown);
    const stopListening = session.host.on("command", ({ id }) => {
      if (isCommandId(id)) runCommand(session, id, "menu");
    });
    // Only now: what the menu enables must find somebody who listens.
    const stopTelling = keepMenuInStep(session);
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      stopTelling();
      stopListening();
    };
  }, [session]);
}

/** Keeps page and comment panel together. */
function useComments(): void {
  const session = useActions();
  useEffect(() => followComments(session), [session]);
}
