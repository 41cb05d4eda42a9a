/** A line of the side-by-side table, put where it belongs: a provision, or a stretch without changes that is folded. */
import { Button } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { Fold, ShownRow } from "../session/side-by-side";
import { GridPart } from "./GridPart";
import { RowCells } from "./SideCells";

interface LineProps extends Omit<ComponentProps<typeof RowCells>, "row"> {
  line: ShownRow | Fold;
  /** Its place among the lines, and whether the keys stand on it. */
  index: number;
  isHere: boolean;
  id: string;
  /** Pixels from the top of the table. */
  top: number;
  measure: (element: HTMLElement | null) => void;
  onFocus: () => void;
  /** Goes to the provision on the page, or opens the fold. */
  onEnter: () => void;
}

export function SideLine({ line, index, isHere, id, top, measure, onFocus, onEnter, ...cells }: LineProps) {
  const isFold = line.kind === "fold";
  return (
    <GridPart
      id={id}
      ref={measure}
      data-index={index}
      data-row={line.key}
      data-status={isFold ? "unchanged" : line.row.provision.status}
      role="row"
      // The head of the table is row 1.
      aria-rowindex={index + 2}
      aria-selected={isHere}
      className={`beside-row${isFold ? " fold-row" : ""}${isHere ? " here" : ""}`}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={onFocus}
      onDoubleClick={isFold ? undefined : onEnter}
    >
      {isFold ? (
        <FoldCell fold={line} span={cells.columns.length + 1} onOpen={onEnter} />
      ) : (
        <RowCells row={line.row} {...cells} />
      )}
    </GridPart>
  );
}

function FoldCell({ fold, span, onOpen }: { fold: Fold; span: number; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <GridPart className="beside-cell fold-cell" role="gridcell" aria-colspan={span}>
      <Button
        appearance="transparent"
        size="small"
        tabIndex={-1}
        icon={<ChevronRightRegular className="mirrors" />}
        onClick={onOpen}
      >
        {t("beside.folded", { count: fold.count })}
      </Button>
    </GridPart>
  );
}
