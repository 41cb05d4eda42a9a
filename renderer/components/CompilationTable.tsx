/**
 * All proposals on one base, a row for each provision that somebody changes: how far they agree, what the
 * base says, and what is proposed, the same proposals named together. It follows the open draft once typing
 * rests; only the rows on screen are drawn.
 */
import { Button, Select } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { baseOf } from "../../shared/editing/redline-plugin";
import { rowsToCompile } from "../../shared/handouts/compilation";
import { directionOf } from "../../shared/locales/translator";
import type { Agreement, CompiledOption, CompiledRow } from "../../shared/redline/compilation-types";
import { compile } from "../../shared/redline/compile";
import { cellOf, wholeCell } from "../../shared/redline/side-rows";
import { runCommand } from "../commands/registry";
import { useSettledDocument } from "../session/changes";
import { ownSource } from "../session/compile-flow";
import { GridPart } from "./GridPart";
import { CellText } from "./SideCells";
import { StatusChip } from "./StatusChip";
import { useActions, useSession } from "./session-context";
import "../styles/side-by-side.css";

const headHeight = 34;
const kinds = ["all", "one", "same", "overlap", "conflict"] as const;

export function CompilationTable() {
  const { t } = useTranslation();
  const session = useActions();
  const document = useSettledDocument();
  const others = useSession((value) => value.proposals);
  const zoom = useSession((value) => (value.zoomFits ? 1 : value.zoom));
  const [kind, setKind] = useState<(typeof kinds)[number]>("all");
  const [place, setPlace] = useState(0);
  const compilation = useMemo(() => {
    if (!document) return null;
    const own = { source: ownSource(document), current: document.state.doc };
    return compile(baseOf(document.state) ?? document.base, [own, ...others.filter(({ key }) => key === document.key)]);
  }, [document, others]);
  const all = useMemo(() => (compilation ? rowsToCompile(compilation) : []), [compilation]);
  const rows = kind === "all" ? all : all.filter(({ agreement }) => agreement === kind);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 110,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  if (!document || !compilation) return null;
  const { language } = document.state.doc.attrs;
  const walk = (event: KeyboardEvent) => {
    const to = new Map([
      ["ArrowDown", place + 1],
      ["ArrowUp", place - 1],
      ["Home", 0],
      ["End", rows.length - 1],
    ]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(Math.max(to, 0), rows.length - 1);
    setPlace(next);
    virtual.scrollToIndex(next, { align: "auto" });
  };
  const count = (wanted: Agreement) => all.filter(({ agreement }) => agreement === wanted).length;
  return (
    <div className="beside desk" style={{ ["--beside-zoom" as string]: zoom }} data-testid="compilation">
      <div className="beside-bar">
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() => runCommand(session, "addProposal", "panel")}
          data-testid="compilation-add"
        >
          {t("commands.addProposal")}
        </Button>
        <span className="grow quiet" data-testid="compilation-counts">
          {compilation.sources
            .map(({ source, changed }) => t("handout.countOf", { source, count: changed }))
            .join(" · ")}
        </span>
        <Select
          size="small"
          aria-label={t("beside.filter")}
          value={kind}
          onChange={(_event, { value }) => {
            setKind(value as typeof kind);
            setPlace(0);
          }}
          data-testid="compilation-filter"
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {each === "all" ? t("beside.allRows") : `${t(`handout.agreement.${each}`)} (${count(each)})`}
            </option>
          ))}
        </Select>
      </div>
      <GridPart
        ref={scroller}
        className="beside-scroll compilation"
        role="grid"
        aria-readonly
        aria-label={t("handout.compilation")}
        aria-rowcount={rows.length + 1}
        aria-colcount={3}
        tabIndex={0}
        onKeyDown={walk}
        lang={language}
        dir={directionOf(language)}
      >
        <GridPart className="beside-row beside-head" role="row" aria-rowindex={1}>
          {[t("handout.provision"), t("beside.base"), t("handout.proposals")].map((words) => (
            <GridPart key={words} role="columnheader" className="beside-title" dir="auto">
              {words}
            </GridPart>
          ))}
        </GridPart>
        {rows.length === 0 && <p className="panel-empty">{t("beside.none")}</p>}
        <div role="presentation" style={{ height: virtual.getTotalSize(), position: "relative" }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <GridPart
                key={row.key}
                ref={virtual.measureElement}
                data-index={index}
                data-agreement={row.agreement}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={index === place}
                className={`beside-row${row.agreement === "none" ? " call-row" : ""}${index === place ? " here" : ""}`}
                style={{ transform: `translateY(${start - headHeight}px)` }}
                onMouseDown={() => setPlace(index)}
              >
                <CompiledCells row={row} />
              </GridPart>
            );
          })}
        </div>
      </GridPart>
    </div>
  );
}

function CompiledCells({ row }: { row: CompiledRow }) {
  const { t } = useTranslation();
  const { base, options, agreement } = row;
  const block = base ?? options[0]?.provision.after;
  const kind = t(`style.${block?.node.type.name}`, { defaultValue: "" });
  return (
    <>
      <GridPart role="gridcell" className="beside-cell place-cell">
        <div dir="auto">{block?.path.join(" ") || kind}</div>
        {agreement !== "none" && (
          <span className={`chip chip-${agreement}`}>{t(`handout.agreement.${agreement}`)}</span>
        )}
      </GridPart>
      <GridPart role="gridcell" className={`beside-cell base-cell${base ? "" : " empty-cell"}`}>
        {base ? (
          <CellText cell={wholeCell(base)} plain who={() => null} />
        ) : (
          <span className="for-ears">{t("beside.not.base")}</span>
        )}
      </GridPart>
      <GridPart role="gridcell" className="beside-cell marked-cell">
        {options.map((option) => (
          <Option key={option.sources.join()} option={option} />
        ))}
      </GridPart>
    </>
  );
}

function Option({ option: { sources, provision } }: { option: CompiledOption }) {
  const { t, i18n } = useTranslation();
  const names = new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(sources);
  const side = provision.after ? "both" : "before";
  const cell = cellOf({ key: "", provision, side, twin: null, section: -1 }, "marked");
  return (
    <div className="option">
      <div className="option-head">
        <bdi>{names}</bdi>
        <StatusChip status={provision.status} moved={provision.moved} />
      </div>
      {cell && <CellText cell={cell} plain={false} who={() => null} />}
      {provision.moved && (
        <div className="quiet">{t("beside.movedTo", { place: provision.after?.path.join(" ") ?? "" })}</div>
      )}
    </div>
  );
}
