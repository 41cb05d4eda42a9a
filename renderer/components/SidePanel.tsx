/** The panel at the end of the window: changes, drafting checks, unagreed text, the proposal's frame, comments, what the reader reported. */

import { Tab, TabList, Tooltip } from "@fluentui/react-components";
import {
  AlertRegular,
  BracesRegular,
  ClipboardTaskRegular,
  CommentRegular,
  FormRegular,
  PresenterRegular,
  TextBulletListSquareEditRegular,
} from "@fluentui/react-icons";
import { memo, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { commentsKey } from "../../shared/editing/comments";
import { joined } from "../../shared/locales/joined";
import { useBrackets } from "../session/brackets";
import { findingsKey } from "../session/findings";
import type { PanelTab, SessionValue } from "../session/session";
import { ChangeList } from "./ChangeList";
import { Later, later } from "./Later";
import { useActions, useSession } from "./session-context";

const bracketList = later(async () => (await import("./BracketList")).BracketList);
const checkList = later(async () => (await import("./CheckList")).CheckList);
const commentList = later(async () => (await import("./CommentList")).CommentList);
const meetingPanel = later(async () => (await import("./MeetingPanel")).MeetingPanel);
const messageList = later(async () => (await import("./MessageList")).MessageList);
const proposalPanel = later(async () => (await import("./ProposalPanel")).ProposalPanel);

interface PanelPage {
  tab: PanelTab;
  name: string;
  icon: ReactElement;
}

const meetingPage: PanelPage = { tab: "meeting", name: "meeting.tab", icon: <PresenterRegular /> };

const pages: PanelPage[] = [
  { tab: "changes", name: "commands.showChanges", icon: <TextBulletListSquareEditRegular /> },
  { tab: "checks", name: "commands.showChecks", icon: <ClipboardTaskRegular /> },
  { tab: "brackets", name: "commands.showBrackets", icon: <BracesRegular /> },
  { tab: "proposal", name: "commands.showProposal", icon: <FormRegular /> },
  { tab: "comments", name: "commands.showComments", icon: <CommentRegular /> },
  { tab: "messages", name: "commands.showMessages", icon: <AlertRegular /> },
];

function commentsIn({ document }: SessionValue): number {
  return (document && commentsKey.getState(document.state)?.said.length) || 0;
}

function findingsIn({ document }: SessionValue): number {
  return (document && findingsKey.getState(document.state)?.findings?.length) || 0;
}

export function SidePanel() {
  const { t } = useTranslation();
  const tab = useSession((value) => value.tab);
  return (
    <aside className="side-panel" aria-label={t("panel.label")} data-testid="panel">
      <PanelTabs
        tab={tab}
        checks={useSession(findingsIn)}
        brackets={useBrackets().pairs.length}
        comments={useSession(commentsIn)}
        messages={useSession((value) => value.document?.messages.length ?? 0)}
      />
      <div className="panel-page" role="tabpanel" id={`page-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === "meeting" && <Later part={meetingPanel} />}
        {tab === "changes" && <ChangeList />}
        {tab === "checks" && <Later part={checkList} />}
        {tab === "brackets" && <Later part={bracketList} />}
        {tab === "proposal" && <Later part={proposalPanel} />}
        {tab === "comments" && <Later part={commentList} />}
        {tab === "messages" && <Later part={messageList} />}
      </div>
    </aside>
  );
}

type Counts = Record<"checks" | "brackets" | "comments" | "messages", number>;

/** The tabs with their counts; drawn again only when one of those differs. */
const PanelTabs = memo(function PanelTabs({ tab, ...counts }: Counts & { tab: PanelTab }) {
  const { t } = useTranslation();
  const session = useActions();
  const inMeeting = useSession((value) => value.meeting !== null);
  return (
    <TabList
      size="small"
      selectedValue={tab}
      onTabSelect={(_event, { value }) => session.update({ tab: value as PanelTab })}
      aria-label={t("panel.tabs")}
      className="panel-tabs"
    >
      {(inMeeting ? [meetingPage, ...pages] : pages).map(({ tab: value, name, icon }) => {
        const count = (counts as Partial<Record<PanelTab, number>>)[value] ?? 0;
        return (
          <Tooltip key={value} content={t(name)} relationship="description" positioning="below">
            <Tab
              value={value}
              id={`tab-${value}`}
              aria-label={joined(t, "bracketed", [t(name), count || ""])}
              aria-controls={value === tab ? `page-${value}` : undefined}
              data-testid={`tab-${value}`}
              icon={
                <span className="tab-icon">
                  {icon}
                  {count > 0 && <span className="tab-count" data-count={count > 99 ? "99+" : count} />}
                </span>
              }
            >
              {value === tab && t(name)}
            </Tab>
          </Tooltip>
        );
      })}
    </TabList>
  );
});
