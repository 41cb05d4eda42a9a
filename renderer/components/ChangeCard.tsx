/**
 * One change in the list: where, what stood and stands, who and when, with the buttons that settle it. Takes plain
 * values only, so that the hundred keys after which it says the same do not draw it again.
 */
import { Button, Text, Tooltip } from "@fluentui/react-components";
import { ArrowUndoRegular, CheckmarkRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "../../shared/locales/languages";
import { placeOf, type Wording } from "../../shared/locales/place";
import type { Language } from "../../shared/model/document";
import type { ChangeRow } from "../session/changes";
import { StatusChip } from "./StatusChip";
import { showTime } from "./times";

export type ChangeAct = "go" | "takeBack" | "accept";

interface CardProps extends Pick<ChangeRow, "kind" | "before" | "after" | "author" | "date"> {
  status: ChangeRow["provision"]["status"];
  moved: boolean;
  path: string;
  /** Place in the list. */
  index: number;
  isFirst: boolean;
  /** Of the text. */
  language: Language;
  accepts: boolean;
  act(what: ChangeAct, index: number): void;
}

/** What a card shows of a row. */
export function shownOf(t: Wording, { kind, before, after: text, author, date, provision }: ChangeRow) {
  const { status, moved } = provision;
  const block = provision.after ?? provision.before;
  const after = kind === "moved" ? placeOf(t, provision.after?.path ?? []) : text;
  const path = placeOf(t, block?.path ?? []) || `style.${typeOf(block)}`;
  return { kind, before, after, author, date, status, moved, path };
}

function typeOf(block: ChangeRow["provision"]["after"]): string {
  return block?.node.type.name ?? "";
}

export const ChangeCard = memo(function ChangeCard(props: CardProps) {
  const { kind, before, after, author, date, status, moved, index, isFirst, language, accepts, act } = props;
  const { t, i18n } = useTranslation();
  const says = t(`changes.kind.${kind}`);
  // What has no place to cite is named by its kind.
  const path = props.path.startsWith("style.") ? t(props.path, { defaultValue: "" }) : props.path;
  const what = `${says} ${after || before}`.slice(0, 80);
  const restores = kind === "suppressed";
  const name = t(restores ? "changes.restoreLabel" : "changes.rejectLabel", { what });
  return (
    <>
      <button type="button" className="change-go" tabIndex={isFirst ? 0 : -1} onClick={() => act("go", index)}>
        <span className="change-head">
          <StatusChip status={status} moved={moved} />
          <span className="change-path" dir="auto" title={path}>
            {path}
          </span>
        </span>
        {/* Figures and brackets alone do not say which way they run. */}
        <span className="change-text" lang={language} dir={directionOf(language)}>
          {kind === "formatted" || kind === "moved" ? (
            <>
              <span className="quiet">{says}</span> {after}
            </>
          ) : (
            <>
              {before && <del>{before}</del>}
              {before && after ? " " : null}
              {after && <ins>{after}</ins>}
            </>
          )}
        </span>
        <Text size={100} className="quiet change-author">
          <bdi>{author || t("changes.noAuthor")}</bdi>
          {date && ` · ${showTime(date, i18n.language, t)}`}
        </Text>
      </button>
      {accepts && (
        <Tooltip content={t("changes.accept")} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            aria-label={t("changes.acceptLabel", { what })}
            icon={<CheckmarkRegular />}
            onClick={() => act("accept", index)}
            className="change-accept"
            data-testid="accept"
          />
        </Tooltip>
      )}
      <Tooltip content={t(restores ? "changes.restore" : "changes.reject")} relationship="description">
        <Button
          appearance="subtle"
          size="small"
          aria-label={name}
          icon={<ArrowUndoRegular className="mirrors" />}
          onClick={() => act("takeBack", index)}
          className="change-back"
          data-testid={restores ? "restore" : "reject"}
        />
      </Tooltip>
    </>
  );
});
