/**
 * The window for the room, as long as a meeting goes on. The main process allows this page one empty window; what
 * stands in it is drawn from here, with this page's own style sheets, so that it is never behind the text.
 */
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { projectionName } from "../../shared/ipc";
import { directionOf } from "../../shared/locales/languages";
import { endMeeting, followEdits, resizeMeeting, stepMeeting } from "../session/meeting";
import type { Session } from "../session/session";
import { sayCues } from "../words";
import { Projection } from "./Projection";
import { useActions, useSession } from "./session-context";

export function MeetingWindow() {
  const { t } = useTranslation();
  const session = useActions();
  const isOn = useSession((value) => value.meeting !== null);
  const language = useSession((value) => value.settings.language);
  const hasText = useSession((value) => value.document !== null);
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!isOn) return;
    const room = window.open("about:blank", projectionName);
    if (!room) {
      endMeeting(session);
      return;
    }
    const { document: page } = room;
    for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) {
      const link = page.createElement("link");
      link.rel = "stylesheet";
      link.href = (sheet as HTMLLinkElement).href;
      page.head.append(link);
    }
    const root = page.createElement("div");
    page.body.append(root);
    setPlace(root);
    const onKeyDown = (event: KeyboardEvent) => {
      if (actOn(session, event)) event.preventDefault();
    };
    const onClose = () => endMeeting(session);
    room.addEventListener("keydown", onKeyDown);
    room.addEventListener("pagehide", onClose);
    const stop = followEdits(session);
    return () => {
      stop();
      room.removeEventListener("pagehide", onClose);
      setPlace(null);
      room.close();
    };
  }, [isOn, session]);
  useEffect(() => {
    if (isOn && !hasText) endMeeting(session);
  }, [isOn, hasText, session]);
  useEffect(() => {
    if (!place) return;
    const { ownerDocument: page } = place;
    page.title = t("meeting.window");
    page.documentElement.lang = language;
    page.documentElement.dir = directionOf(language);
    sayCues(page);
  }, [place, t, language]);
  return place && createPortal(<Projection />, place);
}

/** The keys of the room's window: those of a clicker, and a few more. True when a key did something. */
function actOn(session: Session, { key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey) return false;
  switch (key) {
    case "PageDown":
    case "ArrowDown":
    case " ":
      stepMeeting(session, 1);
      return true;
    case "PageUp":
    case "ArrowUp":
      stepMeeting(session, -1);
      return true;
    case "Home":
      stepMeeting(session, "first");
      return true;
    case "End":
      stepMeeting(session, "last");
      return true;
    case "+":
    case "=":
      resizeMeeting(session, 1);
      return true;
    case "-":
      resizeMeeting(session, -1);
      return true;
    case "Escape":
      endMeeting(session);
      return true;
    default:
      return false;
  }
}
