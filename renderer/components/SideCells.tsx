/** The cells of a row of the side-by-side table: status, then a provision as each column has it. */
import { Button } from "@fluentui/react-components";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type Attributed, type AttributionState, attributionOf } from "../../shared/editing/attribution";
import { placeOf } from "../../shared/locales/place";
import type { Provision, Segment } from "../../shared/redline/redline-types";
import { type Cell, type CellPiece, type Column, cellOf, type SideRow } from "../../shared/redline/side-rows";
import { authorClass } from "../editor/author-colours";
import { drawLabel } from "../editor/label-form";
import { GridPart } from "./GridPart";
import { StatusChip } from "./StatusChip";

/** Who made a segment; null asks about the provision as a whole. */
type Who = (segment: Segment | null) => Attributed | null | undefined;

interface RowProps {
  row: SideRow;
  columns: readonly Column[];
  attribution: AttributionState | null;
  /** Shows the other place of a provision that moved. */
  onTwin: (row: SideRow) => void;
}

/** Drawn once: a row that scrolls along is not made again. */
export const RowCells = memo(function RowCells({ row, columns, attribution, onTwin }: RowProps) {
  const { t } = useTranslation();
  const { provision, side } = row;
  const who: Who = (segment) => attribution && attributionOf(attribution, provision, segment);
  const status = side === "before" && provision.moved ? "moved" : provision.status;
  // A clean text beside its marked one needs no marks; alone beside the base it shows what is new.
  const plain = columns.includes("marked");
  const elsewhere = (side === "before" ? provision.after : provision.before)?.path ?? [];
  return (
    <>
      <GridPart className="beside-cell status-cell" role="gridcell">
        <StatusChip status={status} moved={provision.moved} />
      </GridPart>
      {columns.map((column) => {
        const cell = cellOf(row, column);
        const isEmptySide = cell === null || (side === "before" && column === "marked");
        return (
          <GridPart key={column} role="gridcell" className={`beside-cell ${column}-cell${cell ? "" : " empty-cell"}`}>
            {cell && <CellText cell={cell} plain={plain && column === "clean"} who={who} />}
            {!cell && !row.twin && <span className="for-ears">{t(`beside.not.${column}`)}</span>}
            {row.twin && isEmptySide && (
              <Button appearance="transparent" size="small" className="twin" tabIndex={-1} onClick={() => onTwin(row)}>
                {t(side === "before" ? "beside.movedTo" : "beside.movedFrom", { place: placeOf(t, elsewhere) })}
              </Button>
            )}
          </GridPart>
        );
      })}
    </>
  );
});

/** A provision as one column has it. */
export function CellText({ cell, plain, who }: { cell: Cell; plain: boolean; who: Who }) {
  const { node } = cell.block;
  const { type, attrs } = node;
  const gone = plain ? undefined : cell.label.find(({ op }) => op === "-")?.text;
  const label = cell.label.find(({ op }) => op !== "-");
  // An empty label before a new one marks it as new.
  const before = gone ?? (!plain && label?.op === "+" ? "" : null);
  return (
    <div
      className={`block ${type.name} ${authorClass(who(null) ?? undefined)}`}
      data-level={attrs.level}
      data-role={attrs.role || undefined}
    >
      <p
        ref={(text) => {
          if (text) drawLabel(text, label?.text ?? "", before);
        }}
      >
        {cell.text.map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
          <Piece key={index} piece={piece} plain={plain} who={who} />
        ))}
      </p>
    </div>
  );
}

/** A provision with its marks, in a table whose rows are not those of one redline; nobody is named there. */
export function MarkedText({ provision }: { provision: Provision }) {
  const side = provision.after ? "both" : "before";
  const cell = cellOf({ key: "", provision, side, twin: null, section: -1 }, "marked");
  return cell && <CellText cell={cell} plain={false} who={() => null} />;
}

const lookClasses: Record<string, string> = {
  bold: "look-bold",
  italic: "look-italic",
  underline: "underlined",
  strike: "struck",
  superscript: "look-superscript",
  subscript: "look-subscript",
  smallCaps: "small-caps",
};

function Piece({ piece, plain, who }: { piece: CellPiece; plain: boolean; who: Who }) {
  const { op, segment, looks } = piece;
  const text = op === "-" ? piece.text.replaceAll("\n", "↵\n") : piece.text;
  const inner =
    looks.length > 0 ? <span className={looks.map((look) => lookClasses[look]).join(" ")}>{text}</span> : text;
  if (op === "=" || plain) {
    return segment?.formatted && !plain ? <span className="reformatted">{inner}</span> : inner;
  }
  const colour = authorClass(who(segment) ?? undefined);
  return op === "-" ? (
    <del className={`deletion ${colour}`}>{inner}</del>
  ) : (
    <ins className={`insertion ${colour}`}>{inner}</ins>
  );
}
