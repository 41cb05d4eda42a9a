/** What was said about the text, thread by thread in its order: go there, answer, settle, say it better, take it back. */
import { Badge, Button, Text } from "@fluentui/react-components";
import { CommentAddRegular, DeleteRegular, EditRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Comments, commentsKey, removeComment, settleThread } from "../../shared/editing/comments";
import type { DocumentComment } from "../../shared/model/comment";
import { runCommand } from "../commands/registry";
import { useSettledDocument } from "../session/changes";
import {
  goToThread,
  sayAgain,
  sayAnswer,
  sayComment,
  type Thread,
  threadAtCaret,
  threadsOf,
} from "../session/comments";
import { goToBlock } from "../session/go-to";
import { CommentField } from "./CommentField";
import { useActions, useSession } from "./session-context";
import { showTime } from "./times";
import "../styles/comments.css";

const none: Comments = { said: [], places: new Map() };

export function CommentList() {
  const { t } = useTranslation();
  const session = useActions();
  // What is said is shown at once, the order of the places once typing rests.
  useSettledDocument();
  const said = useSession(({ document }) => (document && commentsKey.getState(document.state)?.said) || none.said);
  const begun = useSession((value) => value.newComment);
  const here = useSession(({ document }) => document && threadAtCaret(document));
  const { document } = session.getSnapshot();
  const threads = threadsOf({
    said,
    places: (document && commentsKey.getState(document.state)?.places) || none.places,
  });
  return (
    <>
      <div className="comment-tools">
        <Button
          size="small"
          icon={<CommentAddRegular />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runCommand(session, "addComment", "panel")}
          data-testid="comment-add"
        >
          {t("commands.addComment")}
        </Button>
        <span className="quiet">{t("commentsPanel.count", { count: said.length })}</span>
      </div>
      {begun && (
        <div className="comment-new">
          <CommentField
            label={t("commentsPanel.new")}
            action={t("commentsPanel.say")}
            quote={begun.doc.textBetween(begun.from, begun.to, " ").slice(0, 120)}
            onSay={(text) => {
              sayComment(session, text);
              session.focusText();
            }}
            onCancel={() => {
              session.update({ newComment: null });
              session.focusText();
            }}
          />
        </div>
      )}
      {threads.length === 0 && !begun && <p className="panel-empty">{t("commentsPanel.none")}</p>}
      <ul className="plain-list comment-list" data-testid="comments">
        {threads.map((thread) => (
          <ThreadRow key={thread.first.id} thread={thread} isHere={thread.first.id === here} />
        ))}
      </ul>
    </>
  );
}

function ThreadRow({ thread: { first, answers, place }, isHere }: { thread: Thread; isHere: boolean }) {
  const { t } = useTranslation();
  const session = useActions();
  const [answering, setAnswering] = useState(false);
  const [element, setElement] = useState<HTMLLIElement | null>(null);
  const { id, quote, resolved, base } = first;
  useEffect(() => {
    if (isHere) element?.scrollIntoView({ block: "nearest" });
  }, [isHere, element]);
  const struck = place === null ? base?.from.block : undefined;
  return (
    <li
      ref={setElement}
      className={`comment-thread${isHere ? " here" : ""}`}
      data-resolved={resolved || undefined}
      data-testid="thread"
    >
      {place || struck ? (
        <button
          type="button"
          className="comment-quote"
          dir="auto"
          onClick={() => (place ? goToThread(session, id) : goToBlock(session, struck as string))}
        >
          {quote || t("commentsPanel.point")}
        </button>
      ) : (
        <Text size={200} className="quiet">
          {t("commentsPanel.noPlace")}
        </Text>
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
      {answering ? (
        <CommentField
          label={t("commentsPanel.answer")}
          action={t("commentsPanel.answer")}
          onSay={(text) => {
            sayAnswer(session, id, text);
            setAnswering(false);
          }}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className="comment-actions">
          {!resolved && (
            <Button size="small" appearance="subtle" onClick={() => setAnswering(true)} data-testid="comment-answer">
              {t("commentsPanel.answer")}
            </Button>
          )}
          <Button
            size="small"
            appearance="subtle"
            onClick={() => session.run(settleThread(id, !resolved))}
            data-testid="comment-settle"
          >
            {t(resolved ? "commentsPanel.reopen" : "commentsPanel.resolve")}
          </Button>
        </div>
      )}
    </li>
  );
}

function Words({ comment: { id, author, date, text } }: { comment: DocumentComment }) {
  const { t, i18n } = useTranslation();
  const session = useActions();
  const [rewording, setRewording] = useState(false);
  if (rewording) {
    return (
      <CommentField
        label={t("commentsPanel.edit")}
        action={t("commentsPanel.say")}
        text={text}
        onSay={(words) => {
          sayAgain(session, id, words);
          setRewording(false);
        }}
        onCancel={() => setRewording(false)}
      />
    );
  }
  return (
    <div className="comment-said">
      <div className="comment-head">
        <Text size={100} className="quiet">
          <bdi>{author || t("changes.noAuthor")}</bdi>
          {date && ` · ${showTime(date, i18n.language, t)}`}
        </Text>
        <span className="comment-hands">
          <Button
            size="small"
            appearance="transparent"
            icon={<EditRegular />}
            title={t("commentsPanel.edit")}
            aria-label={t("commentsPanel.edit")}
            onClick={() => setRewording(true)}
            data-testid="comment-edit"
          />
          <Button
            size="small"
            appearance="transparent"
            icon={<DeleteRegular />}
            title={t("commentsPanel.remove")}
            aria-label={t("commentsPanel.remove")}
            onClick={() => session.run(removeComment(id))}
            data-testid="comment-remove"
          />
        </span>
      </div>
      <p className="comment-text" dir="auto">
        {text}
      </p>
    </div>
  );
}
