/** A field to say something in: Ctrl+Enter says it, Escape leaves it. */
import { Button, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface Props {
  label: string;
  /** What the button is called. */
  action: string;
  text?: string;
  /** The words it is about, when they are not shown above. */
  quote?: string;
  onSay: (text: string) => void;
  onCancel: () => void;
}

export function CommentField({ label, action, text = "", quote, onSay, onCancel }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState(text);
  const isEmpty = words.trim() === "";
  return (
    <div className="comment-field">
      {quote && (
        <p className="comment-quote" dir="auto">
          {quote}
        </p>
      )}
      <Textarea
        autoFocus
        aria-label={label}
        placeholder={label}
        value={words}
        resize="vertical"
        dir="auto"
        onChange={(_event, { value }) => setWords(value)}
        onKeyDown={(event) => {
          // The window's own keys, such as undo, must not act while somebody writes here.
          event.stopPropagation();
          if (event.key === "Escape") onCancel();
          else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isEmpty) onSay(words);
        }}
        data-testid="comment-words"
      />
      <div className="comment-actions">
        <Button
          size="small"
          appearance="primary"
          disabled={isEmpty}
          onClick={() => onSay(words)}
          data-testid="comment-say"
        >
          {action}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t("app.cancel")}
        </Button>
      </div>
    </div>
  );
}
