/** The panel at the end of the window: changes, drafting checks, unagreed text, the proposal's frame, comments, what the reader reported. */
import { CounterBadge, Tab, TabList } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { commentsKey } from "../../shared/editing/comments";
import { useBrackets } from "../session/brackets";
import { useFindings } from "../session/findings";
import type { PanelTab, SessionValue } from "../session/session";
import { BracketList } from "./BracketList";
import { ChangeList } from "./ChangeList";
import { CheckList } from "./CheckList";
import { CommentList } from "./CommentList";
import { MeetingPanel } from "./MeetingPanel";
import { MessageList } from "./MessageList";
import { ProposalPanel } from "./ProposalPanel";
import { useActions, useSession } from "./session-context";

const meetingTab: { tab: PanelTab; name: string } = { tab: "meeting", name: "meeting.tab" };

const tabs: { tab: PanelTab; name: string }[] = [
  { tab: "changes", name: "commands.showChanges" },
  { tab: "checks", name: "commands.showChecks" },
  { tab: "brackets", name: "commands.showBrackets" },
  { tab: "proposal", name: "commands.showProposal" },
  { tab: "comments", name: "commands.showComments" },
  { tab: "messages", name: "commands.showMessages" },
];

function commentsIn({ document }: SessionValue): number {
  return (document && commentsKey.getState(document.state)?.said.length) || 0;
}

export function SidePanel() {
  const { t } = useTranslation();
  const session = useActions();
  const tab = useSession((value) => value.tab);
  const inMeeting = useSession((value) => value.meeting !== null);
  const messages = useSession((value) => value.document?.messages.length ?? 0);
  const comments = useSession((value) => commentsIn(value));
  const counts: Partial<Record<PanelTab, number>> = {
    checks: useFindings().length,
    brackets: useBrackets().pairs.length,
    comments,
    messages,
  };
  return (
    <aside className="side-panel" aria-label={t("panel.label")} data-testid="panel">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_event, { value }) => session.update({ tab: value as PanelTab })}
        aria-label={t("panel.tabs")}
        className="panel-tabs"
      >
        {(inMeeting ? [meetingTab, ...tabs] : tabs).map(({ tab: value, name }) => (
          <Tab
            key={value}
            value={value}
            id={`tab-${value}`}
            aria-controls={`page-${value}`}
            data-testid={`tab-${value}`}
          >
            {t(name)}
            {(counts[value] ?? 0) > 0 && (
              <CounterBadge count={counts[value] ?? 0} size="small" color="informative" className="tab-count" />
            )}
          </Tab>
        ))}
      </TabList>
      <div className="panel-page" role="tabpanel" id={`page-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === "meeting" && <MeetingPanel />}
        {tab === "changes" && <ChangeList />}
        {tab === "checks" && <CheckList />}
        {tab === "brackets" && <BracketList />}
        {tab === "proposal" && <ProposalPanel />}
        {tab === "comments" && <CommentList />}
        {tab === "messages" && <MessageList />}
      </div>
    </aside>
  );
}
