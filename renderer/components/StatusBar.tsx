/** One line at the bottom: the counts, what is not agreed, where the cursor stands, the label policy, language, saved or not, zoom. */
import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, Tooltip } from "@fluentui/react-components";
import { AddRegular, CheckmarkCircleRegular, CircleHintRegular, SubtractRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { labelPolicyOf } from "../../shared/editing/label-policy";
import { localeOf } from "../../shared/locales/languages";
import { runCommand } from "../commands/registry";
import { useBrackets } from "../session/brackets";
import { useSettledRedline } from "../session/changes";
import { caretPath } from "../session/go-to";
import { isDirty } from "../session/session";
import { useWordCount } from "../session/word-count";
import { useActions, useSession } from "./session-context";

const counted = ["added", "modified", "suppressed", "moved", "relabelled"] as const;

export function StatusBar() {
  const { t } = useTranslation();
  const session = useActions();
  const path = useSession((value) => (value.document ? caretPath(value.document.state) : ""));
  const policy = useSession((value) => (value.document ? labelPolicyOf(value.document.state) : "renumber"));
  const language = useSession((value) => value.document?.state.doc.attrs.language ?? "en");
  const saved = useSession((value) => {
    if (!value.document) return "";
    const { file } = value.document;
    // A base that nobody edited is neither saved nor unsaved.
    if (!isDirty(value.document)) return file ? "saved" : "";
    return file ? "unsaved" : "journalled";
  });
  const zoom = useSession((value) => value.zoom);

  return (
    <section className="status-bar" aria-label={t("statusBar.label")} data-testid="status-bar">
      <ChangeCounts />
      <BracketCount />
      <span
        className="place"
        dir="auto"
        title={path ? t("statusBar.place", { path }) : undefined}
        data-testid="caret-path"
      >
        {path}
      </span>
      <Menu
        checkedValues={{ policy: [policy] }}
        onCheckedValueChange={(_event, { checkedItems }) =>
          runCommand(session, checkedItems[0] === "bis" ? "labelsBis" : "labelsRenumber", "panel")
        }
      >
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" size="small" className="status-button" data-testid="label-policy">
            {t(`statusBar.policy.${policy}`)}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItemRadio name="policy" value="renumber">
              {t("commands.labelsRenumber")}
            </MenuItemRadio>
            <MenuItemRadio name="policy" value="bis">
              {t("commands.labelsBis")}
            </MenuItemRadio>
          </MenuList>
        </MenuPopover>
      </Menu>
      <WordCount />
      <span className="text-language" title={t("statusBar.textLanguage", { language: t(`languages.${language}`) })}>
        {t(`languages.${language}`)}
      </span>
      <span className={`saved saved-${saved}`} data-testid="saved-state" data-saved={saved}>
        {saved !== "" && (
          <>
            {saved === "saved" ? <CheckmarkCircleRegular aria-hidden /> : <CircleHintRegular aria-hidden />}
            {t(`statusBar.${saved}`)}
          </>
        )}
      </span>
      <span className="zoom">
        <Tooltip content={t("commands.zoomOut")} relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={<SubtractRegular />}
            onClick={() => runCommand(session, "zoomOut", "panel")}
          />
        </Tooltip>
        <Tooltip content={t("commands.zoomFit")} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            className="status-button zoom-value"
            onClick={() => runCommand(session, "zoomFit", "panel")}
          >
            {t("statusBar.percent", { percent: Math.round(zoom * 100) })}
          </Button>
        </Tooltip>
        <Tooltip content={t("commands.zoomIn")} relationship="label">
          <Button
            appearance="subtle"
            size="small"
            icon={<AddRegular />}
            onClick={() => runCommand(session, "zoomIn", "panel")}
          />
        </Tooltip>
      </span>
    </section>
  );
}

/** How many changes of each kind there are, following the text once typing rests. */
function ChangeCounts() {
  const { t } = useTranslation();
  const redline = useSettledRedline();
  const shown = counted.filter((name) => (redline?.counts[name] ?? 0) > 0);
  return (
    <span className="counts" data-testid="counts" role="status">
      {redline && shown.length === 0 && <span>{t("statusBar.noChange")}</span>}
      {shown.map((name) => (
        <span key={name} className={`count count-${name}`} data-count={name}>
          {t(`statusBar.${name}`, { count: redline?.counts[name] ?? 0 })}
        </span>
      ))}
    </span>
  );
}

function WordCount() {
  const { t, i18n } = useTranslation();
  const count = useWordCount();
  if (count === null) return null;
  return (
    <span className="word-count" title={t("statusBar.wordsHint")} data-testid="word-count">
      {t("statusBar.words", { count: new Intl.NumberFormat(localeOf(i18n.language)).format(count) })}
    </span>
  );
}

/** How much is not agreed yet; the button leads to the list. */
function BracketCount() {
  const { t } = useTranslation();
  const session = useActions();
  const { pairs, unpaired } = useBrackets();
  if (pairs.length + unpaired.length === 0) return null;
  return (
    <Button
      appearance="subtle"
      size="small"
      className="status-button"
      onClick={() => runCommand(session, "showBrackets", "panel")}
      data-testid="bracket-count"
    >
      {t("statusBar.brackets", { count: pairs.length })}
      {unpaired.length > 0 && ` · ${t("statusBar.unpaired", { count: unpaired.length })}`}
    </Button>
  );
}
