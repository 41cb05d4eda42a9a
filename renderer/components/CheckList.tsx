/** What the drafting checks found, in reading order: a click goes there, a button puts it right or switches the rule off. */

import { Button, Checkbox, Tooltip } from "@fluentui/react-components";
import { EyeOffRegular, WrenchRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../shared/checks/finding";
import { ruleIds } from "../../shared/checks/rules";
import { switchedOff } from "../../shared/checks/switched-off";
import { joined } from "../../shared/locales/joined";
import { placeOf } from "../../shared/locales/place";
import { pathsOf } from "../../shared/schema/blocks";
import { useSettledDocument } from "../session/changes";
import { goToFinding, putRight, setRule, useFindings } from "../session/findings";
import { useActions } from "./session-context";

/** A document in another house's style may have thousands; the first ones tell enough to switch the rule off. */
const mostRows = 300;

export function CheckList() {
  const { t } = useTranslation();
  const findings = useFindings();
  const doc = useSettledDocument()?.state.doc;
  const paths = useMemo(() => (doc ? pathsOf(doc) : new Map<string, readonly string[]>()), [doc]);
  if (!findings) return <div className="check-panel" data-testid="checks" aria-busy />;
  return (
    <div className="check-panel" data-testid="checks">
      {findings.length === 0 ? (
        <div className="panel-empty">
          <p>{t("checks.empty")}</p>
          <p className="quiet">{t("checks.emptyHint")}</p>
        </div>
      ) : (
        <>
          <p className="change-count">
            {t("checks.count", { count: findings.length })}
            {findings.length > mostRows && ` · ${t("checks.firstOnes", { shown: mostRows })}`}
          </p>
          <ul className="plain-list" aria-label={t("checks.list")}>
            {findings.slice(0, mostRows).map((finding) => (
              <CheckRow key={keyOf(finding)} finding={finding} path={placeOf(t, paths.get(finding.block) ?? [])} />
            ))}
          </ul>
        </>
      )}
      <Rules />
    </div>
  );
}

function CheckRow({ finding, path }: { finding: Finding; path: string }) {
  const { t } = useTranslation();
  const session = useActions();
  const sentence = t(`messages.${finding.code}`, finding.values);
  const off = t("checks.switchOff");
  return (
    <li className="check-row" data-rule={finding.rule} data-strength={finding.strength}>
      <button type="button" className="change-go" onClick={() => goToFinding(session, finding)}>
        <span className="change-head">
          <span className={`check-strength check-${finding.strength}`}>{t(`checks.${finding.strength}`)}</span>
          <span className="change-path" dir="auto" title={path}>
            {path}
          </span>
        </span>
        <span className="check-sentence">{sentence}</span>
      </button>
      {finding.fix && (
        <Tooltip content={t("checks.fix")} relationship="description">
          <Button
            appearance="subtle"
            size="small"
            aria-label={t("checks.fixLabel", { what: sentence })}
            icon={<WrenchRegular className="mirrors" />}
            onClick={() => putRight(session, finding)}
            className="change-back"
            data-testid="put-right"
          />
        </Tooltip>
      )}
      <Tooltip content={off} relationship="description">
        <Button
          appearance="subtle"
          size="small"
          aria-label={joined(t, "explained", [off, t(`checks.rule.${finding.rule}`)])}
          icon={<EyeOffRegular />}
          onClick={() => setRule(session, finding.rule, false)}
          className="change-back"
          data-testid="switch-off"
        />
      </Tooltip>
    </li>
  );
}

/** Every rule with a tick; those that are off for this document stand open to be seen. */
function Rules() {
  const { t } = useTranslation();
  const session = useActions();
  const doc = useSettledDocument()?.state.doc;
  const off = doc ? switchedOff(doc) : [];
  const named = ruleIds
    .map((rule) => ({ rule, name: t(`checks.rule.${rule}`) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return (
    <section className="checks-off" aria-label={t("checks.rules")}>
      {off.length > 0 && (
        <>
          <p className="quiet">{t("checks.off")}</p>
          <ul className="plain-list">
            {named
              .filter(({ rule }) => off.includes(rule))
              .map(({ rule, name }) => (
                <li key={rule} className="check-off">
                  <span>{name}</span>
                  <Button
                    size="small"
                    aria-label={t("checks.switchOnLabel", { rule: name })}
                    onClick={() => setRule(session, rule, true)}
                  >
                    {t("checks.switchOn")}
                  </Button>
                </li>
              ))}
          </ul>
        </>
      )}
      <details data-testid="rules">
        <summary>{t("checks.rules")}</summary>
        {named.map(({ rule, name }) => (
          <Checkbox
            key={rule}
            label={name}
            checked={!off.includes(rule)}
            onChange={(_event, { checked }) => setRule(session, rule, checked === true)}
            data-testid={`rule-${rule}`}
          />
        ))}
      </details>
    </section>
  );
}

function keyOf({ rule, block, from, to, code }: Finding): string {
  return `${rule}/${code}/${block}/${from}/${to}`;
}
