/** What the rules of markers, identifiers and numbers say of one proposal: a sentence each, and the edit that puts it right. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Finding, RuleId } from "../../shared/checks/finding";
import { proposalsOf } from "../../shared/editing/proposal-commands";
import { useSettledDocument } from "../session/changes";
import { putRight, useFindings } from "../session/findings";
import { useActions } from "./session-context";

const rules: ReadonlySet<RuleId> = new Set(["marker", "identifiers", "newNumber"]);

export function ProposalFindings({ index }: { index: number }) {
  const { t } = useTranslation();
  const session = useActions();
  const findings = useFindings();
  const doc = useSettledDocument()?.state.doc;
  const node = doc && proposalsOf(doc)[index]?.node;
  if (!node || !findings) return null;
  const own = new Set<string>();
  node.descendants((inner) => {
    if (inner.isTextblock) own.add(inner.attrs.id);
    return !inner.isTextblock;
  });
  const about = findings.filter(({ rule, block }) => rules.has(rule) && own.has(block));
  return (
    <>
      {about.map((finding) => (
        <MessageBar
          key={`${finding.code} ${finding.block}`}
          intent={intents[finding.strength]}
          layout="multiline"
          data-testid={`about-${finding.rule}`}
        >
          <MessageBarBody>{t(`messages.${finding.code}`, finding.values)}</MessageBarBody>
          {finding.fix && (
            <MessageBarActions>
              <Button size="small" onClick={() => putRight(session, finding)} data-testid="about-fix">
                {t("proposal.fix", { what: nameOfFix(finding) })}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      ))}
    </>
  );
}

const intents = { error: "error", warning: "warning", suggestion: "info" } as const;

/** What stands there afterwards. */
function nameOfFix({ fix = [] }: Finding): string {
  const [first] = fix;
  if (first?.kind === "marker") return first.marker;
  return first?.kind === "identifier" ? first.identifier : "";
}
