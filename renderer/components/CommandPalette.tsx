/** Finds a command by a few letters of its name and runs it. */
import { Input } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CommandId, commandIds, commands, type MenuEntry, menus } from "../../shared/commands";
import { isMac, showAccelerator } from "../commands/accelerators";
import { isEnabled, runCommand } from "../commands/registry";
import { AppDialog } from "./AppDialog";
import { useActions } from "./session-context";

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useActions();
  const list = useId();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = commandIds
    .filter((id) => id !== "commandPalette" && isEnabled(session, id))
    .map((id) => ({ id, name: commandPath(id, t) }))
    .filter(({ name }) => fold(name).includes(fold(query)));
  const current = Math.min(chosen, found.length - 1);

  const run = (id: CommandId) => {
    onClose();
    runCommand(session, id, "palette");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setChosen((current + step + found.length) % found.length);
    }
    const choice = found[current];
    if (event.key === "Enter" && choice) {
      event.preventDefault();
      run(choice.id);
    }
  };

  return (
    <AppDialog title={t("palette.title")} name="palette" onClose={onClose}>
      <Input
        autoFocus
        contentBefore={<SearchRegular />}
        placeholder={t("palette.placeholder")}
        value={query}
        onChange={(_event, { value }) => {
          setQuery(value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={found[current] ? `${list}-${found[current].id}` : undefined}
        data-testid="palette-input"
      />
      <div id={list} role="listbox" className="palette-list" aria-label={t("palette.title")}>
        {found.length === 0 && <p className="quiet">{t("palette.none")}</p>}
        {found.map(({ id, name }, index) => (
          <button
            type="button"
            key={id}
            id={`${list}-${id}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            className="palette-row"
            ref={(node) => {
              if (index === current) node?.scrollIntoView({ block: "nearest" });
            }}
            onClick={() => run(id)}
          >
            <span className="grow">{name}</span>
            {commands[id].accelerator && <kbd>{showAccelerator(commands[id].accelerator, isMac)}</kbd>}
          </button>
        ))}
      </div>
    </AppDialog>
  );
}

/** `Insert › Footnote`: many commands are named for a menu that says what they do. */
function commandPath(id: CommandId, t: (key: string) => string): string {
  const menu = menus.find(({ entries }) => entries.some((entry) => holds(entry, id)));
  const name = t(`commands.${id}`);
  return menu ? `${t(`menus.${menu.id}`)} › ${name}` : name;
}

function holds(entry: MenuEntry, id: CommandId): boolean {
  if (typeof entry === "string") return entry === id;
  return "entries" in entry && entry.entries.some((inner) => holds(inner, id));
}

/** Letters without case and accents, for matching only. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
