/** The frame of the proposal: marker, identifier, source, reasons; how labels behave; what the base is. */

import { Button, Divider, Dropdown, Field, Input, Option, Radio, RadioGroup, Text } from "@fluentui/react-components";
import { LockClosedRegular } from "@fluentui/react-icons";
import { useTranslation } from "react-i18next";
import { labelPolicyOf } from "../../shared/editing/label-policy";
import {
  isIdentifier,
  markers,
  proposalAtCaret,
  proposalsOf,
  setDocumentLanguage,
  setProposalAttribute,
} from "../../shared/editing/proposal-commands";
import { languageNames } from "../../shared/locales/languages";
import { spokenMarker } from "../../shared/locales/spoken-marker";
import type { Language } from "../../shared/model/document";
import { shownMarker } from "../../shared/model/marker";
import { runCommand } from "../commands/registry";
import { markerOfProposal, useSettledRedline } from "../session/changes";
import { BaseFacts } from "./BaseFacts";
import { ProposalBar } from "./ProposalBar";
import { ProposalFindings } from "./ProposalFindings";
import { useActions, useSession } from "./session-context";
import { useKeptText } from "./use-kept-text";

export function ProposalPanel() {
  const { t } = useTranslation();
  const doc = useSession((value) => value.document?.state.doc ?? null);
  const atCaret = useSession((value) => (value.document ? proposalAtCaret(value.document.state) : 0));
  if (!doc) return null;
  const proposals = proposalsOf(doc);
  const proposal = proposals[atCaret] ?? proposals[0];
  return (
    <div className="proposal-panel" data-testid="proposal">
      <ProposalBar atCaret={proposal?.index ?? -1} />
      {proposal ? (
        <ProposalFields key={proposal.index} index={proposal.index} total={proposals.length} />
      ) : (
        <Text as="p" className="quiet">
          {t("proposal.none")}
        </Text>
      )}
      <Divider />
      <DocumentFields />
      <BaseFacts />
    </div>
  );
}

function ProposalFields({ index, total }: { index: number; total: number }) {
  const { t } = useTranslation();
  const session = useActions();
  const node = useSession((value) => (value.document ? proposalsOf(value.document.state.doc)[index]?.node : undefined));
  const redline = useSettledRedline();
  const derived = redline ? markerOfProposal(redline, index) : "";
  if (!node) return null;
  const { marker, identifier, source } = node.attrs as { marker: string; identifier: string; source: string };
  const effective = marker || derived;
  const set = (name: "marker" | "identifier" | "source", value: string) =>
    session.run(setProposalAttribute(index, name, value));
  const hasReasons = node.lastChild?.type.name === "reasons";
  return (
    <>
      {total > 1 && (
        <Text weight="semibold">
          {t("proposal.which")} {index + 1} / {total}
        </Text>
      )}
      <Field label={t("proposal.marker")} hint={t(`proposal.explain.${effective}`, { defaultValue: "" })}>
        <Dropdown
          value={spokenMarker(t, marker) || t("proposal.markerAuto", { marker: derived })}
          selectedOptions={[marker]}
          onOptionSelect={(_event, { optionValue }) => set("marker", optionValue ?? "")}
          data-testid="marker"
        >
          <Option value="" text={t("proposal.markerAuto", { marker: derived })}>
            {t("proposal.markerAuto", { marker: derived })}
          </Option>
          {markers.map((each) => (
            <Option key={each} value={each} text={spokenMarker(t, each)}>
              <MarkerWord marker={each} />
            </Option>
          ))}
        </Dropdown>
      </Field>
      <ProposalFindings index={index} />
      <KeptInput
        label={t("proposal.identifier")}
        hint={t("proposal.identifierHint")}
        value={identifier}
        onKeep={(value) => set("identifier", value)}
        wrong={(value) => (value === "" || isIdentifier(value) ? "" : t("proposal.identifierWrong"))}
        name="identifier"
      />
      <KeptInput
        label={t("proposal.source")}
        hint={t("proposal.sourceHint")}
        value={source}
        onKeep={(value) => set("source", value)}
        name="source"
      />
      <Field
        label={t("proposal.reasons")}
        validationState={hasReasons ? "none" : "warning"}
        validationMessage={hasReasons ? undefined : t("proposal.reasonsMissing")}
      >
        <Button onClick={() => runCommand(session, "insertReasons", "panel")} data-testid="reasons">
          {t(hasReasons ? "proposal.reasonsGo" : "proposal.reasonsInsert")}
        </Button>
      </Field>
    </>
  );
}

function MarkerWord({ marker }: { marker: string }) {
  const { word, isUnderlined } = shownMarker(marker);
  return <span className={isUnderlined ? "underlined" : undefined}>{word}</span>;
}

function DocumentFields() {
  const { t } = useTranslation();
  const session = useActions();
  const policy = useSession((value) => (value.document ? labelPolicyOf(value.document.state) : "renumber"));
  const language = useSession((value) => (value.document?.state.doc.attrs.language ?? "en") as Language);
  return (
    <>
      <Field label={t("proposal.labels")}>
        <RadioGroup
          value={policy}
          onChange={(_event, { value }) =>
            runCommand(session, value === "bis" ? "labelsBis" : "labelsRenumber", "panel")
          }
          data-testid="policy"
        >
          {(["Renumber", "Bis"] as const).map((each) => (
            <Radio
              key={each}
              value={each.toLowerCase()}
              label={
                <span className="radio-words">
                  {t(`proposal.labels${each}`)}
                  <Text size={200} className="quiet">
                    {t(`proposal.labels${each}Hint`)}
                  </Text>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t("proposal.language")}>
        <Dropdown
          value={languageNames[language]}
          selectedOptions={[language]}
          onOptionSelect={(_event, { optionValue }) =>
            optionValue && session.run(setDocumentLanguage(optionValue as Language))
          }
          data-testid="text-language"
        >
          {(Object.keys(languageNames) as Language[]).map((each) => (
            <Option key={each} value={each} lang={each}>
              {languageNames[each]}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Text size={200} className="quiet base-locked">
        <LockClosedRegular aria-hidden /> {t("proposal.baseLocked")}
      </Text>
    </>
  );
}

interface KeptInputProps {
  label: string;
  hint: string;
  value: string;
  name: string;
  onKeep: (value: string) => void;
  wrong?: (value: string) => string;
}

function KeptInput({ label, hint, value, name, onKeep, wrong }: KeptInputProps) {
  const { typed, field } = useKeptText(value, onKeep);
  const problem = wrong?.(typed) ?? "";
  return (
    <Field
      label={label}
      hint={problem ? undefined : hint}
      validationState={problem ? "warning" : "none"}
      validationMessage={problem || undefined}
    >
      <Input {...field} data-testid={name} />
    </Field>
  );
}
