/** What a further proposal of the contribution is about: its marker, and the text, heading or number that goes with it. */
import { Button, Field, Input, MessageBar, MessageBarBody, Select, Text } from "@fluentui/react-components";
import { DocumentLockRegular } from "@fluentui/react-icons";
import type { Node } from "prosemirror-model";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BaseText } from "../../shared/editing/base-shelf";
import { nextTag, targetOf } from "../../shared/editing/new-proposal";
import { markers } from "../../shared/editing/proposal-commands";
import { joined } from "../../shared/locales/joined";
import type { Wording } from "../../shared/locales/place";
import { spokenMarker } from "../../shared/locales/spoken-marker";
import { shownMarker } from "../../shared/model/marker";
import type { Message } from "../../shared/result";
import { insertProposal, type ReadText, readSkeleton, readTexts } from "../session/contribution-flow";
import { AppDialog } from "./AppDialog";
import { useActions, useSession } from "./session-context";

export function NewProposalDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const doc = useSession((value) => value.document?.state.doc ?? null);
  const [marker, setMarker] = useState<string>("MOD");
  const [read, setRead] = useState<ReadText | null>(null);
  const [which, setWhich] = useState(0);
  const [problem, setProblem] = useState<Message | null>(null);
  const [skeleton, setSkeleton] = useState<Node | null>(null);
  const [tag, setTag] = useState(() => (doc ? nextTag(doc) : ""));
  const [title, setTitle] = useState("");
  const [number, setNumber] = useState("");
  const kind = targetOf(marker);
  useEffect(() => {
    void readSkeleton(session).then((found) => {
      if (found.ok) setSkeleton(found.value);
      else setProblem(found.error);
    });
  }, [session]);
  if (!doc) return null;

  const choose = async () => {
    const chosen = await readTexts(session);
    if (!chosen) return;
    setProblem(chosen.ok ? null : chosen.error);
    if (!chosen.ok) return;
    setRead(chosen.value);
    setWhich(0);
  };
  const text = read?.texts[which];
  const tagIsWrong = /[[\]]/u.test(tag);
  const typed = number.trim() !== "" || title.trim() !== "";
  const ready = {
    changed: text !== undefined,
    moved: text !== undefined,
    heading: text !== undefined || typed,
    new: skeleton !== null && tag.trim() !== "" && !tagIsWrong,
    free: true,
  }[kind];
  const add = () => {
    onClose();
    insertProposal(session, {
      marker,
      text,
      ...(kind === "heading" && !text ? { heading: { number: number.trim(), title: title.trim() } } : {}),
      ...(kind === "new" && skeleton ? { fresh: { tag: tag.trim(), title: title.trim(), skeleton } } : {}),
    });
  };
  return (
    <AppDialog
      title={t("newProposal.title")}
      name="new-proposal"
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={add} disabled={!ready} data-testid="proposal-add">
            {t("newProposal.add")}
          </Button>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
        </>
      }
    >
      <Field label={t("proposal.marker")} hint={t(`proposal.explain.${marker}`)}>
        <Select
          value={marker}
          onChange={(_event, { value }) => setMarker(value)}
          data-testid="new-marker"
          className={shownMarker(marker).isUnderlined ? "underlined" : undefined}
        >
          {markers.map((each) => (
            <option key={each} value={each}>
              {spokenMarker(t, each)}
            </option>
          ))}
        </Select>
      </Field>
      {(kind === "changed" || kind === "moved" || kind === "heading") && (
        <>
          <Field hint={t("newProposal.chooseHint")}>
            <Button icon={<DocumentLockRegular />} onClick={choose} data-testid="proposal-choose">
              {t("newProposal.choose")}
            </Button>
          </Field>
          {read && text && <ChosenText read={read} which={which} onWhich={setWhich} language={doc.attrs.language} />}
        </>
      )}
      {kind === "heading" && !text && (
        <>
          <Text as="p" className="quiet">
            {t("newProposal.orHeading")}
          </Text>
          <Line label="number" value={number} onChange={setNumber} />
          <Line label="heading" value={title} onChange={setTitle} />
        </>
      )}
      {kind === "new" && (
        <>
          <Field
            label={t("newProposal.tag")}
            hint={tagIsWrong ? undefined : t("newProposal.tagHint")}
            validationState={tagIsWrong ? "error" : "none"}
            validationMessage={tagIsWrong ? t("newProposal.tagWrong") : undefined}
          >
            <Input
              value={tag}
              onChange={(_event, { value }) => setTag(value)}
              contentBefore="["
              contentAfter="]"
              maxLength={60}
              data-testid="proposal-tag"
            />
          </Field>
          <Line label="heading" value={title} onChange={setTitle} />
        </>
      )}
      {problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{t(`messages.${problem.code}`, problem.values ?? {})}</MessageBarBody>
        </MessageBar>
      )}
    </AppDialog>
  );
}

function Line({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  return (
    <Field label={t(`newProposal.${label}`)}>
      <Input
        value={value}
        onChange={(_event, data) => onChange(data.value)}
        dir="auto"
        maxLength={2000}
        data-testid={`proposal-${label}`}
      />
    </Field>
  );
}

interface ChosenTextProps {
  read: ReadText;
  which: number;
  onWhich: (which: number) => void;
  language: string;
}

/** What the file holds, as its number and title; a choice where it holds several texts. */
function ChosenText({ read, which, onWhich, language }: ChosenTextProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field label={t("newProposal.which")}>
        <Select
          value={String(which)}
          onChange={(_event, { value }) => onWhich(Number(value))}
          dir="auto"
          data-testid="proposal-which"
        >
          {read.texts.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the texts of one file never change
            <option key={index} value={String(index)}>
              {nameOf(text, t)}
            </option>
          ))}
        </Select>
      </Field>
      {read.language !== language && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("messages.proposal.other-language", { name: read.name })}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

function nameOf({ proposal }: BaseText, t: Wording): string {
  const named: string[] = [];
  proposal.descendants((node) => {
    if (/^resolution(?:Number|Title)$/u.test(node.type.name)) named.push(node.textContent);
    return !node.isTextblock && node.type.name !== "table";
  });
  const name = joined(t, "named", named) || proposal.textContent;
  return name.length > 120 ? `${name.slice(0, 120)}…` : name;
}
