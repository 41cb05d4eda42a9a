/** What the reader of the file had to say, most serious first, and where what it kept stands. */
import { Link, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { wordMessage } from "../../shared/locales/wording";
import type { Message, Severity } from "../../shared/result";
import { goToBlock } from "../session/go-to";
import { keptPlaces } from "../session/kept-places";
import { useActions, useSession } from "./session-context";

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
              <Places code={message.code} />
            </MessageBarBody>
          </MessageBar>
        </li>
      ))}
    </ul>
  );
}

const shownPlaces = 8;

/** Where the things stand that a message counts; a click goes there. */
function Places({ code }: { code: string }) {
  const { t } = useTranslation();
  const session = useActions();
  const base = useSession((value) => value.document?.base ?? null);
  const places = useMemo(() => (base ? keptPlaces(base, code) : []), [base, code]);
  if (places.length === 0) return null;
  const more = places.length - shownPlaces;
  return (
    <ul className="plain-list message-places" aria-label={t("messagesPanel.where")}>
      {places.slice(0, shownPlaces).map(({ block, name }) => (
        <li key={block}>
          <Link
            as="button"
            onClick={() => goToBlock(session, block)}
            aria-label={t("messagesPanel.show", { place: name })}
          >
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
      {more > 0 && <li className="quiet">{t("messagesPanel.more", { count: more })}</li>}
    </ul>
  );
}
