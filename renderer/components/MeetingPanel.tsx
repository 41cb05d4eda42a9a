/** The presenter's list while the room looks on: the stops, and the one that is shown. */

import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { joined } from "../../shared/locales/joined";
import { placeOf } from "../../shared/locales/place";
import { blockOf } from "../../shared/redline/side-rows";
import { contentText } from "../../shared/schema/blocks";
import { useSettledDocument } from "../session/changes";
import { goTo } from "../session/go-to";
import { changeMeeting, meetingRows, rowName, stepMeeting, stopsOf } from "../session/meeting";
import { MeetingTools } from "./MeetingTools";
import { StatusChip } from "./StatusChip";
import { useActions, useSession } from "./session-context";

/** How high a stop is before it was drawn. */
const usualHeight = 46;

export function MeetingPanel() {
  const { t } = useTranslation();
  const session = useActions();
  const list = useId();
  const document = useSettledDocument();
  const meeting = useSession((value) => value.meeting);
  const walk = meeting?.walk ?? "changes";
  const stops = useMemo(() => (document ? stopsOf(meetingRows(document), walk) : []), [document, walk]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: stops.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 8,
  });
  const place = stops.findIndex((row) => rowName(row) === meeting?.current);
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: "auto" });
  }, [place, virtual]);
  // Who starts a meeting wants its keys at once.
  useEffect(() => scroller.current?.focus(), []);
  if (!document || !meeting) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const steps: Record<string, Parameters<typeof stepMeeting>[1]> = {
      PageDown: 1,
      ArrowDown: 1,
      PageUp: -1,
      ArrowUp: -1,
      Home: "first",
      End: "last",
    };
    const step = steps[event.key];
    if (step !== undefined) stepMeeting(session, step);
    else if (event.key === "Enter") edit();
    else return;
    event.preventDefault();
  };
  const edit = () => {
    const row = stops[place];
    if (row) goTo(session, row.provision);
  };
  return (
    <div className="meeting-panel" data-testid="meeting">
      <MeetingTools meeting={meeting} place={place} stops={stops.length} onEdit={edit} />
      {stops.length === 0 && <p className="panel-empty">{t("changes.empty")}</p>}
      <div
        className="meeting-list"
        ref={scroller}
        role="listbox"
        aria-label={t("meeting.list")}
        aria-activedescendant={place >= 0 ? `${list}-${place}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = stops[index];
            if (!row) return null;
            const block = blockOf(row.provision, row.side);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its options
              <div
                key={key}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === place}
                tabIndex={-1}
                ref={virtual.measureElement}
                data-index={index}
                className={`meeting-stop${index === place ? " here" : ""}`}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => changeMeeting(session, { current: rowName(row) })}
                onDoubleClick={() => goTo(session, row.provision)}
              >
                <StatusChip status={row.provision.status} moved={row.provision.moved} />
                <span className="meeting-words" lang={document.state.doc.attrs.language} dir="auto">
                  {joined(t, "named", [placeOf(t, block.path), contentText(block.node)])}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
