/** Every key that does something, by menu, from the same table that binds them. */
import { Subtitle2 } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { type CommandId, commandIdsOf, commands, menus } from "../../shared/commands";
import { isMac, showAccelerator } from "../commands/accelerators";
import { AppDialog } from "./AppDialog";

const pageKeys = [
  { keys: "Enter", words: "enter" },
  { keys: "Shift+Enter", words: "shiftEnter" },
  { keys: "Backspace", words: "backspaceStart" },
];

/** On the marked row of a compilation that a meeting decides on. */
const decisionKeys = [
  { keys: "1 – 9", words: "decide.take" },
  { keys: "0", words: "decide.base" },
  { keys: "+", words: "decide.all" },
  { keys: "[", words: "decide.brackets" },
  { keys: "?", words: "decide.reserve" },
  { keys: "Backspace", words: "decide.open" },
];

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = menus
    .map(({ id, entries }) => ({ title: t(`menus.${id}`), ids: commandIdsOf(entries).filter(hasKeys) }))
    .filter(({ ids }) => ids.length > 0);
  return (
    <AppDialog title={t("shortcuts.title")} name="shortcuts" onClose={onClose} width="wide">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list that nothing in it lets the keys scroll */}
      <section className="shortcut-groups" tabIndex={0} aria-label={t("shortcuts.title")}>
        <Keys
          title={t("shortcuts.page")}
          keys={pageKeys.map(({ keys, words }) => [t(`shortcuts.${words}`), keys] as const)}
        />
        {groups.map(({ title, ids }) => (
          <Keys
            key={title}
            title={title}
            keys={ids.map(
              (id) => [t(`commands.${id}`), showAccelerator(commands[id].accelerator ?? "", isMac)] as const,
            )}
          />
        ))}
        <Keys
          title={t("shortcuts.decisions")}
          keys={decisionKeys.map(({ keys, words }) => [t(words), keys] as const)}
        />
      </section>
    </AppDialog>
  );
}

function Keys({ title, keys }: { title: string; keys: (readonly [what: string, keys: string])[] }) {
  return (
    <section>
      <Subtitle2 as="h3">{title}</Subtitle2>
      <dl>
        {keys.map(([what, pressed]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <kbd>{pressed}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function hasKeys(id: CommandId): boolean {
  return commands[id].accelerator !== undefined;
}
