/**
 * Two language versions side by side: a row for each provision of their common structure, each version marked against
 * its own base, with what it does to the provision; where the two do not do the same, a sentence says so. It follows
 * the open draft once typing rests; only the rows on screen are drawn.
 */
import { Button, Select } from "@fluentui/react-components";
import { TranslateRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { versionSentence } from "../../shared/handouts/version-sentence";
import { directionOf } from "../../shared/locales/languages";
import type { Language } from "../../shared/model/document";
import type { Provision } from "../../shared/redline/redline-types";
import { cellOf } from "../../shared/redline/side-rows";
import { compareVersions, type VersionRow } from "../../shared/redline/versions";
import { runCommand } from "../commands/registry";
import { useSettledDocument, useSettledRedline } from "../session/changes";
import { GridPart } from "./GridPart";
import { CellText } from "./SideCells";
import { StatusChip } from "./StatusChip";
import { useActions, useSession } from "./session-context";
import { useRowWalk } from "./use-row-walk";
import "../styles/side-by-side.css";

const headHeight = 34;

export function VersionsTable() {
  const { t } = useTranslation();
  const session = useActions();
  const document = useSettledDocument();
  const redline = useSettledRedline();
  const version = useSession((value) => (value.version?.key === value.document?.key ? value.version : null));
  const zoom = useSession((value) => (value.zoomFits ? 1 : value.zoom));
  const [filter, setFilter] = useState<"all" | "differing">("all");
  const all = useMemo(() => (redline && version ? compareVersions(redline, version.redline) : []), [redline, version]);
  const differing = all.filter(({ agrees }) => !agrees);
  const rows = filter === "all" ? all : differing;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 90,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const { place, setPlace, walk } = useRowWalk(rows.length, (row) => virtual.scrollToIndex(row, { align: "auto" }));
  if (!document || !version) return null;
  const languages: [Language, Language] = [document.state.doc.attrs.language, version.language];
  return (
    <div className="beside desk" style={{ ["--beside-zoom" as string]: zoom }} data-testid="versions">
      <div className="beside-bar">
        <Button
          size="small"
          icon={<TranslateRegular />}
          onClick={() => runCommand(session, "openVersion", "panel")}
          data-testid="versions-open"
        >
          {t("commands.openVersion")}
        </Button>
        <span className="grow quiet" data-testid="versions-count" role="status">
          {t("versions.count", { count: differing.length })}
        </span>
        <Select
          size="small"
          aria-label={t("beside.filter")}
          value={filter}
          onChange={(_event, { value }) => {
            setFilter(value as typeof filter);
            setPlace(0);
          }}
          data-testid="versions-filter"
        >
          <option value="all">{t("beside.allRows")}</option>
          <option value="differing">{t("versions.differing", { count: differing.length })}</option>
        </Select>
      </div>
      <GridPart
        ref={scroller}
        className="beside-scroll versions"
        role="grid"
        aria-readonly
        aria-label={t("versions.table")}
        aria-rowcount={rows.length + 1}
        aria-colcount={2}
        tabIndex={0}
        onKeyDown={walk}
      >
        <GridPart className="beside-row beside-head" role="row" aria-rowindex={1}>
          {languages.map((language, column) => (
            <GridPart key={language} role="columnheader" className="beside-title">
              {t(`languages.${language}`)} · <bdi>{column === 0 ? document.name : version.name}</bdi>
            </GridPart>
          ))}
        </GridPart>
        {rows.length === 0 && <p className="panel-empty">{t("versions.none")}</p>}
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <GridPart
                key={row.key}
                ref={virtual.measureElement}
                data-index={index}
                data-agrees={row.agrees}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === place}
                className={`beside-row${index === place ? " here" : ""}`}
                style={{ transform: `translateY(${start - headHeight}px)` }}
                onMouseDown={() => setPlace(index)}
              >
                <VersionCell provision={row.one} language={languages[0]} />
                <VersionCell provision={row.other} language={languages[1]} row={row} languages={languages} />
              </GridPart>
            );
          })}
        </div>
      </GridPart>
    </div>
  );
}

interface CellProps {
  provision: Provision | null;
  language: Language;
  /** For the last cell, which tells where the versions differ. */
  row?: VersionRow;
  languages?: [Language, Language];
}

function VersionCell({ provision, language, row, languages }: CellProps) {
  const { t } = useTranslation();
  const side = provision?.after ? "both" : "before";
  const cell = provision && cellOf({ key: "", provision, side, twin: null, section: -1 }, "marked");
  return (
    <GridPart role="gridcell" className={`beside-cell version-cell${cell ? "" : " empty-cell"}`}>
      {provision && provision.status !== "unchanged" && (
        <div className="option-head">
          <StatusChip status={provision.status} moved={provision.moved} />
        </div>
      )}
      <div lang={language} dir={directionOf(language)}>
        {cell ? (
          <CellText cell={cell} plain={false} who={() => null} />
        ) : (
          <span className="for-ears">{t("versions.absent")}</span>
        )}
      </div>
      {row && languages && !row.agrees && <p className="version-note">{versionSentence(t, row, languages)}</p>}
    </GridPart>
  );
}
