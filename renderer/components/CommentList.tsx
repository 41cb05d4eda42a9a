/** The comments of the Word file that the base came from, each with its answers: to be read, and a click goes to the place. */
import { Badge, Text } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { blockOfComment, type DocumentComment } from "../../shared/model/comment";
import { goToBlock } from "../session/go-to";
import { useActions, useSession } from "./session-context";
import { showTime } from "./times";

const none: DocumentComment[] = [];

export function CommentList() {
  const { t } = useTranslation();
  const comments = useSession((value) => value.document?.comments ?? none);
  if (comments.length === 0) return <p className="panel-empty">{t("commentsPanel.empty")}</p>;
  const threads = comments.filter(({ parent }) => parent === null);
  return (
    <>
      <p className="change-count">{t("commentsPanel.readOnly", { count: comments.length })}</p>
      <ul className="plain-list comment-list" data-testid="comments">
        {threads.map((first) => (
          <li key={first.id} className="comment-thread" data-resolved={first.resolved || undefined}>
            <Thread first={first} answers={comments.filter(({ parent }) => parent === first.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Thread({ first, answers }: { first: DocumentComment; answers: DocumentComment[] }) {
  const { t } = useTranslation();
  const session = useActions();
  const { quote, resolved } = first;
  const block = blockOfComment(first);
  return (
    <>
      {block === null ? (
        <Text size={200} className="quiet">
          {t("commentsPanel.noPlace")}
        </Text>
      ) : (
        <button type="button" className="comment-quote" dir="auto" onClick={() => goToBlock(session, block)}>
          {quote || t("commentsPanel.point")}
        </button>
      )}
      {resolved && (
        <Badge appearance="tint" color="success" size="small">
          {t("commentsPanel.resolved")}
        </Badge>
      )}
      <Words comment={first} />
      {answers.length > 0 && (
        <ul className="plain-list comment-answers" aria-label={t("commentsPanel.answers")}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <Words comment={answer} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Words({ comment: { author, date, text } }: { comment: DocumentComment }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Text size={100} className="quiet">
        <bdi>{author || t("changes.noAuthor")}</bdi>
        {date && ` · ${showTime(date, i18n.language, t)}`}
      </Text>
      <p className="comment-text" dir="auto">
        {text}
      </p>
    </>
  );
}
