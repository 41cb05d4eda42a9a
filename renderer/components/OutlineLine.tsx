/** A line of the outline, put where it belongs: what a provision is called, its status, and the fold of what it holds. */
import { Button } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../shared/model/document";
import type { OutlineRow } from "../session/outline-rows";
import { StatusChip } from "./StatusChip";

/** In pixels. */
export const rowHeight = 30;
const edge = 4;
const indentOfALevel = 12;

interface LineProps {
  id: string;
  row: OutlineRow;
  /** Where it stands among the lines, and how far down in pixels. */
  place: { index: number; of: number; top: number };
  /** The caret is in it; the keys stand on it. */
  isHere: boolean;
  isFocused: boolean;
  isFolded: boolean;
  language: Language;
  onFold: () => void;
  onGo: () => void;
}

export function OutlineLine(props: LineProps) {
  const { id, row, place, isHere, isFocused, isFolded, language, onFold, onGo } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.depth}
      aria-selected={isHere}
      aria-expanded={row.hasChildren ? !isFolded : undefined}
      aria-setsize={place.of}
      aria-posinset={place.index + 1}
      className={`outline-row kind-${row.kind} status-${row.status}${isHere ? " here" : ""}${isFocused ? " focused" : ""}`}
      style={{
        transform: `translateY(${place.top}px)`,
        height: rowHeight,
        paddingInlineStart: edge + (row.depth - 1) * indentOfALevel,
      }}
      onClick={onGo}
      data-provision={row.key}
    >
      {row.hasChildren ? (
        <Button
          appearance="transparent"
          size="small"
          className="fold"
          tabIndex={-1}
          aria-hidden
          icon={isFolded ? <ChevronRightRegular className="mirrors" /> : <ChevronDownRegular />}
          onClick={(event) => {
            event.stopPropagation();
            onFold();
          }}
        />
      ) : (
        <span className="fold" />
      )}
      <RowWords label={row.label} text={row.text} kind={row.kind} language={language} />
      <StatusChip status={row.status} moved={row.moved} />
    </div>
  );
}

/** What a row says; drawn again only when it says something else. */
const RowWords = memo(function RowWords(props: Pick<OutlineRow, "label" | "text" | "kind"> & { language: Language }) {
  const { label, text, kind, language } = props;
  const { t } = useTranslation();
  // A proposal without an identifier is called by its marker.
  const named = kind === "proposal" && label !== "";
  return (
    <span className="outline-words" lang={language}>
      {label && <span className="outline-label">{label}</span>}
      {kind === "reasons" ? !label && t("outline.reasons") : text || (!named && t("outline.noText"))}
    </span>
  );
});
