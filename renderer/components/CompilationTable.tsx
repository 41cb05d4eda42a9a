/**
 * All proposals on one base, a row for each provision that somebody changes: how far they agree, what the
 * base says, and what is proposed, the same proposals named together. It follows the open draft once typing
 * rests; only the rows on screen are drawn.
 */

import { Button, Select } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { exactRedline } from "../../shared/editing/redline-plugin";
import { rowsToCompile } from "../../shared/handouts/compiled-rows";
import { joined } from "../../shared/locales/joined";
import { directionOf } from "../../shared/locales/languages";
import type { CompiledRow } from "../../shared/redline/compilation-types";
import { type Choice, followsByItself, readDecisions, standings, wordsAbout } from "../../shared/redline/decisions";
import { runCommand } from "../commands/registry";
import { useSettledDocument } from "../session/changes";
import { compilationOf } from "../session/compile-flow";
import { decideRows } from "../session/decide-flow";
import type { Session } from "../session/session";
import { CompiledCells } from "./CompiledCells";
import { DecideInBulk } from "./DecideInBulk";
import { RowGrid } from "./RowGrid";
import { useActions, useSession } from "./session-context";
import "../styles/decide.css";

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
  const said = useMemo(
    () => (compilation && decided ? wordsAbout(compilation, readDecisions(decided)) : null),
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
  if (!document || !compilation) return null;
  const { language } = document.state.doc.attrs;
  const counts = joined(
    t,
    "facts",
    compilation.sources.map(({ source, changed }) => t("handout.countOf", { source, count: changed })),
  );
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
        <span className="beside-counts quiet" title={counts} data-testid="compilation-counts">
          {counts}
        </span>
        <Select
          size="small"
          aria-label={t("beside.filter")}
          value={kind}
          onChange={(_event, { value }) => setKind(value as Filter)}
          data-testid="compilation-filter"
        >
          {[...kinds, ...(standing ? stages : [])].map((each) => (
            <option key={each} value={each}>
              {each === "all" ? t("beside.allRows") : joined(t, "bracketed", [t(wordsOf(each)), count(each)])}
            </option>
          ))}
        </Select>
      </div>
      <RowGrid
        // Other rows are another table: it begins at its top.
        key={kind}
        label={t("handout.compilation")}
        className="compilation"
        lang={language}
        dir={directionOf(language)}
        titles={["handout.provision", "beside.base", "handout.proposals"].map((key) => ({ key, words: t(key) }))}
        rows={rows}
        usualHeight={110}
        none={t("beside.none")}
        lookOf={({ agreement }) => ({
          "data-agreement": agreement,
          ...(agreement === "none" ? { className: "call-row" } : {}),
        })}
        takeKey={(row, key) => standing !== null && decideByKey(session, row, key)}
        cellsOf={(row) => (
          <CompiledCells
            row={row}
            standing={standing?.get(row)}
            said={said?.get(row) ?? []}
            decides={standing !== null}
            outcome={outcomes.get(row.key)}
          />
        )}
      />
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
