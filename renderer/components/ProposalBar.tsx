/** The proposals of the document as a list, and what can be done with them: one line each, a click goes there. */
import { Button, Tooltip } from "@fluentui/react-components";
import {
  AddRegular,
  ArrowDownRegular,
  ArrowUpRegular,
  DeleteRegular,
  DocumentHeaderRegular,
} from "@fluentui/react-icons";
import { Selection } from "prosemirror-state";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../shared/commands";
import { type PlacedProposal, proposalsOf } from "../../shared/editing/proposal-commands";
import { shownMarker } from "../../shared/model/marker";
import { runCommand } from "../commands/registry";
import { markerOfProposal, useSettledRedline } from "../session/changes";
import { useCommandState } from "./command-state";
import { useActions, useSession } from "./session-context";

export function ProposalBar({ atCaret }: { atCaret: number }) {
  const { t } = useTranslation();
  const doc = useSession((value) => value.document?.state.doc ?? null);
  if (!doc) return null;
  const proposals = proposalsOf(doc);
  return (
    <div className="proposal-bar" data-testid="proposal-bar">
      <div className="proposal-bar-buttons">
        <BarButton id="insertProposal" icon={<AddRegular />} words />
        <BarButton id="proposalUp" icon={<ArrowUpRegular />} />
        <BarButton id="proposalDown" icon={<ArrowDownRegular />} />
        <BarButton id="removeProposal" icon={<DeleteRegular />} />
        <BarButton id="editHeader" icon={<DocumentHeaderRegular />} />
      </div>
      {proposals.length > 1 && (
        <ol className="plain-list proposal-list" aria-label={t("proposal.list")}>
          {proposals.map((proposal) => (
            <ProposalRow key={proposal.index} proposal={proposal} current={proposal.index === atCaret} />
          ))}
        </ol>
      )}
    </div>
  );
}

function ProposalRow({ proposal: { index, node, pos }, current }: { proposal: PlacedProposal; current: boolean }) {
  const session = useActions();
  const redline = useSettledRedline();
  const { marker, identifier } = node.attrs as { marker: string; identifier: string };
  const { word, isUnderlined } = shownMarker(marker || (redline ? markerOfProposal(redline, index) : ""));
  const go = () => {
    const { document } = session.getSnapshot();
    if (!document) return;
    const at = Selection.near(document.state.doc.resolve(pos + 1));
    session.dispatch(document.state.tr.setSelection(at).scrollIntoView());
  };
  return (
    <li>
      <button type="button" className="proposal-row" aria-current={current} onClick={go} data-testid="proposal-row">
        <span className={isUnderlined ? "proposal-row-marker underlined" : "proposal-row-marker"}>{word}</span>
        <span className="proposal-row-words">
          <bdi>{identifier}</bdi>
          <span className="quiet" dir="auto">
            {headingOf(node)}
          </span>
        </span>
      </button>
    </li>
  );
}

function BarButton({ id, icon, words = false }: { id: CommandId; icon: ReactElement; words?: boolean }) {
  const { t } = useTranslation();
  const session = useActions();
  const { enabled } = useCommandState(id);
  const name = t(`commands.${id}`);
  const button = (
    <Button
      size="small"
      icon={icon}
      disabled={!enabled}
      aria-label={name}
      onClick={() => runCommand(session, id, "panel")}
      data-testid={`bar-${id}`}
    >
      {words ? t("newProposal.title") : undefined}
    </Button>
  );
  return (
    <Tooltip content={name} relationship="label">
      {button}
    </Tooltip>
  );
}

function headingOf(node: PlacedProposal["node"]): string {
  let heading = "";
  node.descendants((inner) => {
    if (inner.isTextblock && !heading) heading = inner.textContent;
    return !inner.isTextblock && !heading;
  });
  return heading.length > 80 ? `${heading.slice(0, 80)}…` : heading;
}
