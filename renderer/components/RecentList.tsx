/** On the first screen: the files last used, newest first. */
import { Button, Text, Title3 } from "@fluentui/react-components";
import { DocumentRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecentFile } from "../../shared/ipc";
import { openRecent } from "../session/open-flow";
import { useActions } from "./session-context";
import { showTime } from "./times";

export function RecentList() {
  const { t, i18n } = useTranslation();
  const session = useActions();
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    let isShown = true;
    void session.host.listRecent().then((recent) => isShown && setFiles(recent));
    return () => {
      isShown = false;
    };
  }, [session]);
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="recent-title" data-testid="recent">
      <div className="recent-head">
        <Title3 as="h2" id="recent-title">
          {t("welcome.recent")}
        </Title3>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => void session.host.clearRecent().then(() => setFiles([]))}
          data-testid="recent-clear"
        >
          {t("welcome.recentClear")}
        </Button>
      </div>
      <ul className="plain-list recent-list">
        {files.map(({ id, name, folder, usedAt }) => (
          <li key={id}>
            <Button
              appearance="subtle"
              className="recent-file"
              icon={<DocumentRegular />}
              onClick={() => void openRecent(session, id)}
              data-testid="recent-file"
            >
              <bdi>{name}</bdi>
              <Text size={200} className="quiet">
                {t("welcome.recentPlace", { folder, when: showTime(usedAt, i18n.language, t) })}
              </Text>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
