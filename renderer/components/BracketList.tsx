/**
 * The unagreed text of the document: every pair of square brackets with its alternatives, who holds each, and what
 * can be done about it. A nested pair stands under the one that holds it; brackets without a partner come first.
 */

import { Button, Input, Tooltip } from "@fluentui/react-components";
import { CheckmarkRegular, DeleteRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dropPair, setHolders, settleOn } from "../../shared/editing/unagreed";
import { joined } from "../../shared/locales/joined";
import { placeOf } from "../../shared/locales/place";
import { pathsOf } from "../../shared/schema/blocks";
import type { Alternative, BracketPair, SignPlace } from "../../shared/schema/brackets";
import { goToBrackets, useBrackets } from "../session/brackets";
import { useSettledDocument } from "../session/changes";
import { useActions } from "./session-context";
import { useKeptText } from "./use-kept-text";

export function BracketList() {
  const { t } = useTranslation();
  const { pairs, unpaired } = useBrackets();
  const doc = useSettledDocument()?.state.doc;
  const paths = useMemo(() => (doc ? pathsOf(doc) : new Map<string, readonly string[]>()), [doc]);
  if (pairs.length + unpaired.length === 0) {
    return (
      <div className="panel-empty" data-testid="brackets">
        <p>{t("brackets.empty")}</p>
        <p className="quiet">{t("brackets.emptyHint")}</p>
      </div>
    );
  }
  return (
    <div className="check-panel" data-testid="brackets">
      <p className="change-count">{t("brackets.count", { count: pairs.length })}</p>
      <ul className="plain-list" aria-label={t("brackets.list")}>
        {unpaired.map((sign) => (
          <UnpairedRow
            key={`${sign.block} ${sign.offset}`}
            sign={sign}
            path={placeOf(t, paths.get(sign.block) ?? [])}
          />
        ))}
        {pairs.map((pair) => (
          <BracketRow
            key={`${pair.open.block} ${pair.open.offset}`}
            pair={pair}
            path={placeOf(t, paths.get(pair.open.block) ?? [])}
          />
        ))}
      </ul>
    </div>
  );
}

function UnpairedRow({ sign, path }: { sign: SignPlace; path: string }) {
  const { t } = useTranslation();
  const session = useActions();
  return (
    <li className="check-row" data-unpaired>
      <button type="button" className="change-go" onClick={() => goToBrackets(session, sign.pos, sign.pos + 1)}>
        <span className="change-head">
          <span className="check-strength check-warning">{t("checks.warning")}</span>
          <span className="change-path" dir="auto" title={path}>
            {path}
          </span>
        </span>
        <span className="check-sentence">{t("messages.check.squareBrackets", { mark: sign.sign })}</span>
      </button>
    </li>
  );
}

function BracketRow({ pair, path }: { pair: BracketPair; path: string }) {
  const { t } = useTranslation();
  const session = useActions();
  const { open, close, alternatives, depth } = pair;
  const drop = t("brackets.drop");
  const words = alternatives.map(({ text }) => text).join(" / ");
  return (
    <li className="bracket-row" style={{ paddingInlineStart: depth * 16 }} data-depth={depth}>
      <div className="check-row">
        <button type="button" className="change-go" onClick={() => goToBrackets(session, open.pos, close.pos + 1)}>
          <span className="change-head">
            <span className="change-path" dir="auto" title={path}>
              {path || t("brackets.outside")}
            </span>
          </span>
          <span className="change-text" dir="auto">
            {`[${words}]`}
          </span>
        </button>
        <Tooltip content={drop} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            aria-label={joined(t, "explained", [drop, words])}
            icon={<DeleteRegular />}
            onClick={() => session.run(dropPair(open.pos))}
            className="change-back"
            data-testid="drop-brackets"
          />
        </Tooltip>
      </div>
      <ul className="plain-list bracket-alternatives" aria-label={t("brackets.alternatives")}>
        {alternatives.map((alternative) => (
          <AlternativeRow key={alternative.sign.offset} alternative={alternative} only={alternatives.length === 1} />
        ))}
      </ul>
    </li>
  );
}

function AlternativeRow({ alternative, only }: { alternative: Alternative; only: boolean }) {
  const { t } = useTranslation();
  const session = useActions();
  const { sign, text, holders } = alternative;
  const { field } = useKeptText(holders, (by) => session.run(setHolders(sign.pos, by)));
  const keep = t(only ? "brackets.agree" : "brackets.keep");
  return (
    <li className="bracket-alternative">
      {!only && (
        <span className="bracket-words" dir="auto">
          {text || t("brackets.noWords")}
        </span>
      )}
      <div className="bracket-holders">
        <Input
          {...field}
          size="small"
          placeholder={t("brackets.holders")}
          aria-label={t("brackets.holdersOf", { text })}
          maxLength={200}
          data-testid="holders"
        />
        <Tooltip content={keep} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            aria-label={joined(t, "explained", [keep, text])}
            icon={<CheckmarkRegular />}
            onClick={() => session.run(settleOn(sign.pos))}
            data-testid="keep-alternative"
          />
        </Tooltip>
      </div>
    </li>
  );
}
