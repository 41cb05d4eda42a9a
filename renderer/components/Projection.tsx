/**
 * What the room sees: the marked text in large type, the current provision framed, stretches in which nothing
 * changes folded to a line. Rows follow the redline once typing rests; the words inside a row follow every key.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { attributionOf } from "../../shared/editing/attribution";
import { redlineKey } from "../../shared/editing/redline-plugin";
import { directionOf } from "../../shared/locales/languages";
import { type LiveRedline, provisionOfBlock } from "../../shared/redline/live";
import { cellOf, type SideRow } from "../../shared/redline/side-rows";
import { useSettledDocument } from "../session/changes";
import { meetingRows, rowName } from "../session/meeting";
import { shownRows } from "../session/side-by-side";
import { CellText } from "./SideCells";
import { StatusChip } from "./StatusChip";
import { useSession } from "./session-context";
import "../styles/side-by-side.css";
import "../styles/projection.css";

/** The size that side-by-side cells have at a zoom of one. */
const cellPoints = 11.5;
/** How high a row is before it was drawn. */
const usualHeight = 160;
const none: ReadonlySet<string> = new Set();

export function Projection() {
  const { t } = useTranslation();
  const settled = useSettledDocument();
  const meeting = useSession((value) => value.meeting);
  const state = useSession((value) => value.document?.state ?? null);
  const uiLanguage = useSession((value) => value.settings.language);
  const rows = useMemo(() => (settled ? meetingRows(settled) : []), [settled]);
  const folds = meeting?.walk === "changes" && meeting.folds;
  const shown = useMemo(() => shownRows(rows, { filter: "all", folds, opened: none }), [rows, folds]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => shown[index]?.key ?? index,
    overscan: 6,
  });
  const current = meeting?.current ?? null;
  const size = meeting?.size ?? 0;
  const place = shown.findIndex((each) => each.kind === "row" && rowName(each.row) === current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: larger type moves the rows
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: "center" });
  }, [place, size, virtual]);

  const known = state && redlineKey.getState(state);
  if (!settled || !meeting || !known) return null;
  const { language } = settled.state.doc.attrs;
  return (
    <main
      className="projection"
      data-testid="projection"
      data-theme={meeting.theme}
      style={{ ["--beside-zoom" as string]: size / cellPoints }}
    >
      <div className="projection-scroll beside-scroll" ref={scroller} lang={language} dir={directionOf(language)}>
        {shown.length === 0 && <p className="projection-fold">{t("changes.empty")}</p>}
        <div style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const each = shown[index];
            if (!each) return null;
            return (
              <div
                key={each.key}
                ref={virtual.measureElement}
                data-index={index}
                className={`projection-row${index === place ? " here" : ""}`}
                aria-current={index === place || undefined}
                style={{ transform: `translateY(${start}px)` }}
              >
                {each.kind === "fold" ? (
                  <p className="projection-fold" lang={uiLanguage} dir={directionOf(uiLanguage)}>
                    {t("beside.folded", { count: each.count })}
                  </p>
                ) : (
                  <ProjectedRow row={asItStands(known.live, each.row)} attribution={known.attribution} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </main>
  );
}

/** A row with what the last key made of its provision. */
function asItStands(live: LiveRedline, row: SideRow): SideRow {
  const { after } = row.provision;
  if (!after || row.side === "before") return row;
  const provision = provisionOfBlock(live, after.node.attrs.id);
  return provision?.after ? { ...row, provision } : row;
}

type Attribution = Parameters<typeof attributionOf>[0];

function ProjectedRow({ row, attribution }: { row: SideRow; attribution: Attribution }) {
  const { provision, side } = row;
  const status = side === "before" && provision.moved ? "moved" : provision.status;
  const cell = cellOf(row, "marked");
  return (
    <>
      <div className="projection-status">
        <StatusChip status={status} moved={provision.moved} />
      </div>
      <div className="projection-text beside-cell">
        {cell && (
          <CellText
            cell={cell}
            plain={false}
            who={(segment) => attribution && attributionOf(attribution, provision, segment)}
          />
        )}
      </div>
    </>
  );
}
