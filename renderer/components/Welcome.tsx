/** The first screen: what one can start from. Everything on it is a command that the menu has too. */

import { Button, Card, Text, Title2, Title3 } from "@fluentui/react-components";
import {
  BranchCompareRegular,
  DocumentAddRegular,
  DocumentBulletListRegular,
  DocumentLockRegular,
  DocumentTextRegular,
  FolderOpenRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../shared/commands";
import { joined } from "../../shared/locales/joined";
import type { Wording } from "../../shared/locales/place";
import { runCommand } from "../commands/registry";
import { openSample } from "../session/open-flow";
import { discardRecoverable, recover } from "../session/recover-flow";
import { RecentList } from "./RecentList";
import { useActions, useSession } from "./session-context";
import { showTime } from "./times";

const starts: { command: CommandId; words: string; icon: ReactElement; primary?: boolean }[] = [
  { command: "openBase", words: "openBase", icon: <DocumentLockRegular />, primary: true },
  { command: "openDraft", words: "openDraft", icon: <FolderOpenRegular /> },
  { command: "compareFiles", words: "compare", icon: <BranchCompareRegular /> },
  { command: "newContribution", words: "contribution", icon: <DocumentBulletListRegular /> },
  { command: "newResolution", words: "new", icon: <DocumentAddRegular /> },
];

export function Welcome() {
  const { t, i18n } = useTranslation();
  const session = useActions();
  const samples = useSession((value) => value.samples);
  const recoverable = useSession((value) => value.recoverable);

  return (
    <main className="welcome" data-testid="welcome">
      <div className="welcome-column">
        <header>
          <Title2 as="h1">{t("welcome.title")}</Title2>
          <Text as="p" className="quiet">
            {t("welcome.lead")}
          </Text>
        </header>

        {recoverable.length > 0 && (
          <section className="welcome-recover" aria-labelledby="recover-title" data-testid="recover">
            <Title3 as="h2" id="recover-title">
              {t("welcome.recover")}
            </Title3>
            <Text as="p" className="quiet">
              {t("welcome.recoverHint")}
            </Text>
            <ul className="plain-list">
              {recoverable.map((entry) => (
                <li key={entry.id} className="recover-row">
                  <span className="grow">
                    <bdi>{entry.name}</bdi>
                    <Text size={200} className="quiet">
                      {t("welcome.recoverEntry", { when: showTime(entry.lastEntry, i18n.language, t) })}
                    </Text>
                  </span>
                  <Button appearance="primary" onClick={() => recover(session, entry)}>
                    {t("welcome.recoverOpen")}
                  </Button>
                  <Button onClick={() => discardRecoverable(session, entry.id)}>{t("welcome.recoverDiscard")}</Button>
                </li>
              ))}
            </ul>
          </section>
        )}

        <div className="welcome-starts">
          {starts.map(({ command, words, icon, primary }) => (
            <Card
              key={command}
              className={primary ? "start primary" : "start"}
              appearance={primary ? "filled" : "outline"}
              onClick={() => runCommand(session, command, "welcome")}
              role="button"
              data-testid={`start-${command}`}
            >
              <span className="start-icon" aria-hidden>
                {icon}
              </span>
              <span className="start-words">
                <Text weight="semibold" size={400}>
                  {t(`welcome.${words}`)}
                </Text>
                <Text className="quiet">{t(`welcome.${words}Hint`)}</Text>
              </span>
            </Card>
          ))}
        </div>

        <RecentList />

        <section aria-labelledby="samples-title">
          <Title3 as="h2" id="samples-title">
            {t("welcome.samples")}
          </Title3>
          {samples.length === 0 && <Text className="quiet">{t("welcome.noSamples")}</Text>}
          <div className="welcome-samples">
            {samples.map((name) => (
              <Button
                key={name}
                icon={<DocumentTextRegular />}
                onClick={() => openSample(session, name)}
                data-testid={`sample-${name}`}
              >
                <bdi>{sampleTitle(name, t)}</bdi>
              </Button>
            ))}
          </div>
        </section>

        <Text as="p" className="quiet" size={200}>
          {t("welcome.drop")}
        </Text>
      </div>
    </main>
  );
}

/** `resolution-fr.txt` is shown as its language; any other name as it is. */
function sampleTitle(name: string, t: Wording): string {
  const language = /-(ar|zh|en|fr|ru|es)\.[a-z]+$/.exec(name)?.[1];
  return language ? joined(t, "named", [t("outline.resolution", {}), t(`languages.${language}`, {})]) : name;
}
