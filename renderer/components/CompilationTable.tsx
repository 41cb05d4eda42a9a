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
import { exactRedline } from "../../shared/editing/redline-plugin";
import { rowsToCompile } from "../../shared/handouts/compiled-rows";
import { directionOf } from "../../shared/locales/languages";
import type { CompiledRow } from "../../shared/redline/compilation-types";
import { type Choice, followsByItself, readDecisions, standings } from "../../shared/redline/decisions";
import { runCommand } from "../commands/registry";
import { useSettledDocument } from "../session/changes";
import { compilationOf } from "../session/compile-flow";
import { decideRows } from "../session/decide-flow";
import type { Session } from "../session/session";
import { CompiledCells } from "./CompiledCells";
import { DecideInBulk } from "./DecideInBulk";
import { GridPart } from "./GridPart";
import { useActions, useSession } from "./session-context";
import { useRowWalk } from "./use-row-walk";
import "../styles/decide.css";
import "../styles/side-by-side.css";

const headHeight = 34;
const kinds = ["all", "one", "same", "overlap", "conflict"] as const;
/** Where a meeting decides, also by what is left to decide. */
const stages = ["undecided", "reserved"] as const;
type Filter = (typeof kinds)[number] | (typeof stages)[number];

export function CompilationTable() {
  const { t } = useTranslation();
  const session = useActions();
  const document = useSettledDocument();
  const others = useSession((value) => value.proposals);
  const zoom = useSession((value) => (value.zoomFits ? 1 : value.zoom));
  const canBegin = others.some(({ key }) => key === document?.key);
  const [kind, setKind] = useState<Filter>("all");
  const compilation = useMemo(() => (document ? compilationOf(document, others) : null), [document, others]);
  const all = useMemo(() => (compilation ? rowsToCompile(compilation) : []), [compilation]);
  const decided = document?.compilation ? document.state.doc.attrs.decisions : null;
  const standing = useMemo(
    () => (compilation && decided !== null ? standings(compilation, readDecisions(decided)) : null),
    [compilation, decided],
  );
  // A provision of the base has the same name in both.
  const outcomes = useMemo(() => {
    const redline = standing && document ? exactRedline(document.state) : null;
    return new Map(redline?.provisions.map((provision) => [provision.id, provision]));
  }, [document, standing]);
  const isMeant = (row: CompiledRow, wanted: Filter): boolean => {
    if (wanted === "all") return true;
    if (wanted === "reserved") return standing?.get(row)?.reserved === true;
    if (wanted === "undecided") return row.options.length > 0 && !followsByItself(row) && !standing?.has(row);
    return row.agreement === wanted;
  };
  const rows = all.filter((row) => isMeant(row, kind));
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
  const {
    place,
    setPlace,
    walk: walkRows,
  } = useRowWalk(rows.length, (row) => virtual.scrollToIndex(row, { align: "auto" }));
  if (!document || !compilation) return null;
  const { language } = document.state.doc.attrs;
  const counts = compilation.sources
    .map(({ source, changed }) => t("handout.countOf", { source, count: changed }))
    .join(" · ");
  const walk = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const here = rows[place];
    if (standing && here && decideByKey(session, here, event.key)) return event.preventDefault();
    walkRows(event);
  };
  const count = (wanted: Filter) => all.filter((row) => isMeant(row, wanted)).length;
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
        {standing ? (
          <DecideInBulk compilation={compilation} standing={standing} />
        ) : (
          <Button
            size="small"
            appearance="primary"
            disabled={!canBegin}
            onClick={() => runCommand(session, "beginDecisions", "panel")}
            data-testid="compilation-decide"
          >
            {t("commands.beginDecisions")}
          </Button>
        )}
        <span className="grow quiet" title={counts} data-testid="compilation-counts">
          {counts}
        </span>
        <Select
          size="small"
          aria-label={t("beside.filter")}
          value={kind}
          onChange={(_event, { value }) => {
            setKind(value as Filter);
            setPlace(0);
          }}
          data-testid="compilation-filter"
        >
          {[...kinds, ...(standing ? stages : [])].map((each) => (
            <option key={each} value={each}>
              {each === "all" ? t("beside.allRows") : `${t(wordsOf(each))} (${count(each)})`}
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
                <CompiledCells
                  row={row}
                  standing={standing?.get(row)}
                  decides={standing !== null}
                  outcome={outcomes.get(row.key)}
                />
              </GridPart>
            );
          })}
        </div>
      </GridPart>
    </div>
  );
}

function wordsOf(filter: Filter): string {
  return filter === "undecided" || filter === "reserved" ? `decide.${filter}` : `handout.agreement.${filter}`;
}

/** Deciding by keys on the row that is marked: its number takes a proposal, a letter or sign the rest. */
function decideByKey(session: Session, row: CompiledRow, key: string): boolean {
  if (row.options.length === 0 || followsByItself(row)) return false;
  const taken = /^[1-9]$/.test(key) ? row.options[Number(key) - 1] : undefined;
  if (taken) return decideRows(session, [row], "take", taken.sources);
  const choice = choiceOfKey.get(key);
  if (!choice || (choice === "all" && row.agreement === "conflict")) return false;
  return decideRows(session, [row], choice);
}

const choiceOfKey = new Map<string, Choice>([
  ["0", "base"],
  ["+", "all"],
  ["[", "brackets"],
  ["?", "reserve"],
  ["Backspace", "open"],
]);
