/** One provision of a compilation: where it is and how it stands, what the base says, what is proposed and decided. */

import { Button, ToggleButton } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { listed } from "../../shared/locales/joined";
import { placeOf } from "../../shared/locales/place";
import type { CompiledOption, CompiledRow } from "../../shared/redline/compilation-types";
import { type Decision, followsByItself, type Standing, takenOptions } from "../../shared/redline/decisions";
import type { Provision } from "../../shared/redline/redline-types";
import { wholeCell } from "../../shared/redline/side-rows";
import { decideRows } from "../session/decide-flow";
import { GridPart } from "./GridPart";
import { CellText, MarkedText } from "./SideCells";
import { StatusChip } from "./StatusChip";
import { useActions } from "./session-context";
import { showTime } from "./times";

interface Props {
  row: CompiledRow;
  standing: Standing | undefined;
  /** Every word of the meeting about it, the first one first. */
  said: readonly Decision[];
  /** Whether a meeting decides on it; a call shown for orientation is not decided on. */
  decides: boolean;
  /** What the consolidated text says there now; left out for what the base does not have. */
  outcome?: Provision | undefined;
}

export function CompiledCells({ row, standing, said, decides, outcome }: Props) {
  const { t } = useTranslation();
  const { base, options, agreement } = row;
  const block = base ?? options[0]?.provision.after;
  const kind = t(`style.${block?.node.type.name}`, { defaultValue: "" });
  const isDecidable = decides && options.length > 0 && !followsByItself(row);
  return (
    <>
      <GridPart role="gridcell" className="beside-cell place-cell">
        <div dir="auto">{placeOf(t, block?.path ?? []) || kind}</div>
        {agreement !== "none" && (
          <span className={`chip chip-${agreement}`}>{t(`handout.agreement.${agreement}`)}</span>
        )}
        {decides && options.length > 0 && followsByItself(row) && <div className="quiet">{t("decide.follows")}</div>}
        {isDecidable && <StandingNote standing={standing} />}
        {isDecidable && said.length > 1 && <Said decisions={said} />}
      </GridPart>
      <GridPart role="gridcell" className={`beside-cell base-cell${base ? "" : " empty-cell"}`}>
        {base ? (
          <CellText cell={wholeCell(base)} plain who={() => null} />
        ) : (
          <span className="for-ears">{t("beside.not.base")}</span>
        )}
      </GridPart>
      <GridPart role="gridcell" className="beside-cell marked-cell">
        {options.map((option, index) => (
          <Option
            key={option.sources.join()}
            option={option}
            row={row}
            number={index + 1}
            standing={standing}
            isDecidable={isDecidable}
          />
        ))}
        {isDecidable && standing && outcome && <Outcome provision={outcome} />}
        {isDecidable && <RowChoices row={row} standing={standing} />}
      </GridPart>
    </>
  );
}

function Outcome({ provision }: { provision: Provision }) {
  const { t } = useTranslation();
  return (
    <div className="outcome" data-testid="outcome">
      <div className="outcome-title">{t("decide.outcome")}</div>
      <MarkedText provision={provision} />
    </div>
  );
}

/** What was decided, by whom and when. */
function StandingNote({ standing }: { standing: Standing | undefined }) {
  const { t, i18n } = useTranslation();
  if (!standing) return <div className="quiet standing">{t("decide.undecided")}</div>;
  const { decision, reserved } = standing;
  const choice = reserved ? "reserve" : decision.choice;
  return (
    <div className="standing" data-standing={choice} data-testid="standing">
      <strong>{t(`decide.done.${choice}`)}</strong>
      <div className="quiet">
        <bdi>{decision.by || t("changes.noAuthor")}</bdi> · {showTime(decision.at, i18n.language, t)}
      </div>
    </div>
  );
}

/** Every word about a provision, for who wants to know how the meeting came to it. */
function Said({ decisions }: { decisions: readonly Decision[] }) {
  const { t, i18n } = useTranslation();
  return (
    <details className="said quiet" data-testid="said">
      <summary>{t("decide.said", { count: decisions.length })}</summary>
      <ol>
        {decisions.map(({ choice, sources, by, at }) => (
          <li key={`${at} ${choice} ${sources.join()}`}>
            {t(`decide.done.${choice}`)}
            {sources.length > 0 && (
              <>
                {": "}
                <bdi>{listed(i18n.language, sources)}</bdi>
              </>
            )}
            {" · "}
            <bdi>{by || t("changes.noAuthor")}</bdi> · {showTime(at, i18n.language, t)}
          </li>
        ))}
      </ol>
    </details>
  );
}

interface OptionProps {
  option: CompiledOption;
  row: CompiledRow;
  number: number;
  standing: Standing | undefined;
  isDecidable: boolean;
}

function Option({ option, row, number, standing, isDecidable }: OptionProps) {
  const { t, i18n } = useTranslation();
  const session = useActions();
  const { sources, provision } = option;
  const names = listed(i18n.language, sources);
  const isTaken = standing !== undefined && takenOptions(row, standing.decision).includes(option);
  return (
    <div className={`option${isTaken ? " taken" : ""}`}>
      <div className="option-head">
        <bdi>{names}</bdi>
        <StatusChip status={provision.status} moved={provision.moved} />
        {isDecidable && (
          <ToggleButton
            size="small"
            appearance="subtle"
            checked={isTaken}
            className="option-take"
            onClick={() => decideRows(session, [row], isTaken ? "open" : "take", isTaken ? [] : sources)}
            aria-label={t("decide.takeOf", { source: names })}
            aria-keyshortcuts={String(number)}
            data-testid="take"
          >
            {t("decide.take")}
          </ToggleButton>
        )}
      </div>
      <MarkedText provision={provision} />
      {provision.moved && (
        <div className="quiet">{t("beside.movedTo", { place: placeOf(t, provision.after?.path ?? []) })}</div>
      )}
    </div>
  );
}

function RowChoices({ row, standing }: { row: CompiledRow; standing: Standing | undefined }) {
  const { t } = useTranslation();
  const session = useActions();
  const { base, options, agreement } = row;
  const choice = standing?.reserved ? "reserve" : standing?.decision.choice;
  const choices = [
    ...(options.length > 1 && agreement === "overlap" ? (["all"] as const) : []),
    "base" as const,
    "brackets" as const,
    "reserve" as const,
  ];
  return (
    <div className="row-choices">
      {choices.map((each) => (
        <ToggleButton
          key={each}
          size="small"
          checked={choice === each}
          onClick={() => decideRows(session, [row], choice === each ? "open" : each)}
          data-testid={`decide-${each}`}
        >
          {t(each === "base" && !base ? "decide.leaveOut" : `decide.${each}`)}
        </ToggleButton>
      ))}
      {standing && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => decideRows(session, [row], "open")}
          data-testid="decide-open"
        >
          {t("decide.open")}
        </Button>
      )}
    </div>
  );
}
