/** Every key that does something, by menu, from the same table that binds them. */
import { Subtitle2 } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { type CommandId, commands, type MenuEntry, menus } from "../../shared/commands";
import { isMac, showAccelerator } from "../commands/accelerators";
import { AppDialog } from "./AppDialog";

const pageKeys = [
  { keys: "Enter", words: "enter" },
  { keys: "Shift+Enter", words: "shiftEnter" },
  { keys: "Backspace", words: "backspaceStart" },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = menus
    .map(({ id, entries }) => ({ title: t(`menus.${id}`), ids: entries.flatMap(commandsOf).filter(hasKeys) }))
    .filter(({ ids }) => ids.length > 0);
  return (
    <AppDialog title={t("shortcuts.title")} name="shortcuts" onClose={onClose} width="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list that nothing in it lets the keys scroll */}
      <section className="shortcut-groups" tabIndex={0} aria-label={t("shortcuts.title")}>
        <section>
          <Subtitle2 as="h3">{t("shortcuts.page")}</Subtitle2>
          <dl>
            {pageKeys.map(({ keys, words }) => (
              <div key={keys}>
                <dt>{t(`shortcuts.${words}`)}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {groups.map(({ title, ids }) => (
          <section key={title}>
            <Subtitle2 as="h3">{title}</Subtitle2>
            <dl>
              {ids.map((id) => (
                <div key={id}>
                  <dt>{t(`commands.${id}`)}</dt>
                  <dd>
                    <kbd>{showAccelerator(commands[id].accelerator ?? "", isMac)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </AppDialog>
  );
}

function commandsOf(entry: MenuEntry): CommandId[] {
  if (entry === "-") return [];
  if (typeof entry === "string") return [entry];
  return "entries" in entry ? entry.entries.flatMap(commandsOf) : [];
}

function hasKeys(id: CommandId): boolean {
  return commands[id].accelerator !== undefined;
}
