/** Above the page while words are looked for: the words, how many there are, the way from one to the next, and what to put in their place. */

import { Button, Input, ToggleButton, Tooltip } from "@fluentui/react-components";
import {
  ChevronDownRegular,
  ChevronUpRegular,
  DismissRegular,
  SearchRegular,
  TextCaseTitleRegular,
  TextWholeWordRegular,
} from "@fluentui/react-icons";
import { type KeyboardEvent, type ReactElement, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { joined } from "../../shared/locales/joined";
import {
  changeSearch,
  closeSearch,
  findKey,
  replaceMatch,
  replaceMatches,
  selectedMatch,
  stepSearch,
} from "../session/find";
import { useCommandTitle } from "./command-title";
import { useActions, useSession } from "./session-context";

export function FindBar() {
  const { t } = useTranslation();
  const session = useActions();
  const { shown, text, replacement, matchesCase, wholeWords, asked } = useSession((value) => value.find);
  const field = useRef<HTMLInputElement>(null);
  // At once: letters typed right after the keys that open the bar must not reach the text.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field takes the keyboard again
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const next = useCommandTitle("findNext");
  const previous = useCommandTitle("findPrevious");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") closeSearch(session);
    else if (event.key !== "Enter") return;
    else if (event.target === field.current) stepSearch(session, event.shiftKey ? -1 : 1);
    else if (event.target instanceof HTMLInputElement) replaceMatch(session);
    else return;
    event.preventDefault();
  };
  const replaceAll = () => {
    const count = replaceMatches(session);
    if (count > 0) session.notify({ tone: "success", key: "toast.replaced", values: { count } });
  };
  return (
    <search className="find-bar" aria-label={t("find.bar")} onKeyDown={onKeyDown} data-testid="find-bar">
      <span className="find-group grow">
        <Input
          size="small"
          className="find-words"
          contentBefore={<SearchRegular />}
          contentAfter={<FindCount />}
          input={{ ref: field, dir: "auto" }}
          value={text}
          placeholder={t("commands.find")}
          aria-label={t("commands.find")}
          onChange={(_event, { value }) => changeSearch(session, { text: value })}
          data-testid="find-words"
        />
        <span className="find-group">
          <Tool title={previous} icon={<ChevronUpRegular />} onClick={() => stepSearch(session, -1)} />
          <Tool title={next} icon={<ChevronDownRegular />} onClick={() => stepSearch(session, 1)} />
          <Choice
            name={t("find.matchCase")}
            icon={<TextCaseTitleRegular />}
            checked={matchesCase}
            onChange={() => changeSearch(session, { matchesCase: !matchesCase })}
            testId="find-case"
          />
          <Choice
            name={t("find.wholeWords")}
            icon={<TextWholeWordRegular />}
            checked={wholeWords}
            onChange={() => changeSearch(session, { wholeWords: !wholeWords })}
            testId="find-whole"
          />
        </span>
        {shown === "replace" && (
          <span className="find-group">
            <Input
              size="small"
              className="find-words"
              input={{ dir: "auto" }}
              value={replacement}
              placeholder={t("find.with")}
              aria-label={t("find.with")}
              onChange={(_event, { value }) =>
                session.update(({ find }) => ({ find: { ...find, replacement: value } }))
              }
              data-testid="find-replacement"
            />
            <Button size="small" disabled={!text} onClick={() => replaceMatch(session)} data-testid="find-replace">
              {t("find.one")}
            </Button>
            <Button size="small" disabled={!text} onClick={replaceAll} data-testid="find-replace-all">
              {t("find.all")}
            </Button>
          </span>
        )}
      </span>
      <Tool
        title={{ name: t("app.close"), withKeys: joined(t, "bracketed", [t("app.close"), "Esc"]) }}
        icon={<DismissRegular />}
        onClick={() => closeSearch(session)}
      />
    </search>
  );
}

/** Which match is selected, of how many. */
function FindCount() {
  const { t } = useTranslation();
  const words = useSession(({ document, find }) => {
    const found = document && find.text ? findKey.getState(document.state) : null;
    if (!document || !found || found.count === null) return "";
    if (found.count === 0) return t("find.none");
    const at = selectedMatch(document.state);
    return at > 0 ? t("find.count", { at, count: found.count }) : String(found.count);
  });
  return (
    <span role="status" className="find-count" data-testid="find-count">
      {words}
    </span>
  );
}

interface ToolProps {
  title: { name: string; withKeys: string };
  icon: ReactElement;
  onClick: () => void;
}

function Tool({ title, icon, onClick }: ToolProps) {
  return (
    <Tooltip content={title.withKeys} relationship="description" withArrow>
      <Button size="small" appearance="subtle" icon={icon} aria-label={title.name} onClick={onClick} />
    </Tooltip>
  );
}

interface ChoiceProps {
  name: string;
  icon: ReactElement;
  checked: boolean;
  onChange: () => void;
  testId: string;
}

function Choice({ name, icon, checked, onChange, testId }: ChoiceProps) {
  return (
    <Tooltip content={name} relationship="label" withArrow>
      <ToggleButton
        size="small"
        appearance="subtle"
        icon={icon}
        checked={checked}
        onClick={onChange}
        data-testid={testId}
      />
    </Tooltip>
  );
}
