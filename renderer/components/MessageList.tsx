/** What the reader of the file had to say, most serious first. */
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { wordMessage } from "../../shared/locales/translator";
import type { Message, Severity } from "../../shared/result";
import { useSession } from "./session-context";

const order: Severity[] = ["error", "warning", "information"];
const intents = { error: "error", warning: "warning", information: "info" } as const;
const none: Message[] = [];

export function MessageList() {
  const { t } = useTranslation();
  const messages = useSession((value) => value.document?.messages ?? none);
  if (messages.length === 0) return <p className="panel-empty">{t("messagesPanel.empty")}</p>;
  const sorted = [...messages].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul className="plain-list message-list" data-testid="messages">
      {sorted.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are never reordered while shown
        <li key={index}>
          <MessageBar intent={intents[message.severity]} layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{t(`messagesPanel.${message.severity}`)}</MessageBarTitle>
              {wordMessage(t, message)}
            </MessageBarBody>
          </MessageBar>
        </li>
      ))}
    </ul>
  );
}
