/**
 * The commands one needs while drafting, in groups. Every button is a command of the registry: its name,
 * keys, state and effect come from there. What does not fit moves into the menu at the end.
 */
import {
  Toolbar as FluentToolbar,
  Menu,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowDivider,
  OverflowItem,
  ToolbarButton,
  ToolbarDivider,
  ToolbarToggleButton,
  Tooltip,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from "@fluentui/react-components";
import {
  AddRegular,
  ChevronDownRegular,
  MoreHorizontalRegular,
  ShareRegular,
  TableSettingsRegular,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type CommandId, commands, styleCommands, tableEntries } from "../../shared/commands";
import { isMac, showAccelerator } from "../commands/accelerators";
import { runCommand } from "../commands/registry";
import { icons } from "./command-icons";
import { useCommandState } from "./command-state";
import { useCommandTitle } from "./command-title";
import { StyleBox } from "./StyleBox";
import { useActions } from "./session-context";
import { ViewSwitch } from "./ViewSwitch";

const groups: { name: string; ids: CommandId[] }[] = [
  { name: "history", ids: ["undo", "redo"] },
  { name: "format", ids: ["bold", "italic", "underline", "superscript"] },
  { name: "structure", ids: ["raiseLevel", "lowerLevel", "moveUp", "moveDown"] },
  { name: "changes", ids: ["previousChange", "nextChange", "rejectChange", "addComment"] },
];

const inserts: CommandId[] = [
  "insertProposal",
  "insertItemAfter",
  "insertItemBefore",
  "insertSection",
  "insertFootnote",
  "insertTable",
  "insertReasons",
  "insertNoBreakSpace",
  "insertNoBreakHyphen",
  "bracketSelection",
  "addAlternative",
];

const tableIds = tableEntries.filter((id) => id !== "-");

const exports: CommandId[] = [
  "exportTracked",
  "exportTypeset",
  "exportClean",
  "exportBase",
  "exportCritic",
  "exportJson",
  "exportHandout",
  "print",
];

export function Toolbar() {
  const { t } = useTranslation();
  return (
    <header className="toolbar-row">
      <Overflow padding={24}>
        <FluentToolbar aria-label={t("toolbar.label")} className="toolbar" size="small" data-testid="toolbar">
          <OverflowItem id="toggleOutline" groupId="outline" priority={50}>
            <div>
              <CommandButton id="toggleOutline" />
            </div>
          </OverflowItem>
          <Group name="history" />
          <OverflowItem id="style" groupId="style" priority={30}>
            <div>
              <StyleBox />
            </div>
          </OverflowItem>
          <GroupDivider name="style" />
          <Group name="format" />
          <Group name="structure" />
          <OverflowItem id="insert" groupId="insert" priority={25}>
            <div>
              <CommandMenu name="insert" label={t("toolbar.insert")} icon={<AddRegular />} ids={inserts} />
            </div>
          </OverflowItem>
          <TableTools />
          <GroupDivider name="insert" />
          <Group name="changes" />
          <MoreMenu />
        </FluentToolbar>
      </Overflow>
      <FluentToolbar aria-label={t("toolbar.view")} className="toolbar-end" size="small">
        <ViewSwitch />
        <CommandMenu
          name="export"
          label={t("toolbar.export")}
          icon={<ShareRegular />}
          ids={exports}
          appearance="primary"
        />
        <CommandButton id="togglePanel" />
      </FluentToolbar>
    </header>
  );
}

/** Stands there only while the caret is in a table. */
function TableTools() {
  const { t } = useTranslation();
  const { enabled } = useCommandState("deleteTable");
  if (!enabled) return null;
  return (
    <OverflowItem id="table" groupId="insert" priority={24}>
      <div>
        <CommandMenu name="table" label={t("toolbar.table")} icon={<TableSettingsRegular />} ids={tableIds} />
      </div>
    </OverflowItem>
  );
}

function Group({ name }: { name: string }) {
  const ids = groups.find((group) => group.name === name)?.ids ?? [];
  const priority = { history: 40, format: 10, structure: 5, changes: 20 }[name] ?? 1;
  return (
    <>
      {ids.map((id) => (
        <OverflowItem key={id} id={id} groupId={name} priority={priority}>
          <div>
            <CommandButton id={id} />
          </div>
        </OverflowItem>
      ))}
      <GroupDivider name={name} />
    </>
  );
}

/** Goes with its group; registered, because its width counts when it is asked what fits. */
function GroupDivider({ name }: { name: string }) {
  return (
    <OverflowDivider groupId={name}>
      <div>
        <ToolbarDivider />
      </div>
    </OverflowDivider>
  );
}

function CommandButton({ id }: { id: CommandId }) {
  const session = useActions();
  const { enabled, checked } = useCommandState(id);
  const title = useCommandTitle(id);
  const shared = {
    icon: icons[id],
    "aria-label": title.name,
    // Not `disabled`: a button that cannot be reached cannot be learnt. The command refuses by itself.
    disabledFocusable: !enabled,
    "data-testid": `command-${id}`,
    onMouseDown: keepFocusInText,
    onClick: () => runCommand(session, id, "toolbar"),
  };
  return (
    <Tooltip content={title.withKeys} relationship="description">
      {commands[id].kind === "checkbox" ? (
        <ToolbarToggleButton
          {...shared}
          name={id}
          value="on"
          appearance="subtle"
          aria-pressed={checked}
          className={checked ? "pressed" : undefined}
        />
      ) : (
        <ToolbarButton {...shared} />
      )}
    </Tooltip>
  );
}

/** A press on a button must not take the selection out of the text. */
function keepFocusInText(event: { preventDefault(): void }): void {
  event.preventDefault();
}

interface CommandMenuProps {
  name: string;
  label: string;
  icon: ReactElementLike;
  ids: CommandId[];
  appearance?: "primary";
}
type ReactElementLike = NonNullable<Parameters<typeof ToolbarButton>[0]["icon"]>;

function CommandMenu({ name, label, icon, ids, appearance }: CommandMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <ToolbarButton
          icon={icon}
          appearance={appearance}
          className={appearance ? "toolbar-primary" : undefined}
          data-testid={`menu-${name}`}
        >
          {label}
          <ChevronDownRegular className="chevron" aria-hidden />
        </ToolbarButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList hasIcons>
          {ids.map((id) => (
            <CommandItem key={id} id={id} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** A command as a line of a menu. */
function CommandItem({ id }: { id: CommandId }) {
  const { t } = useTranslation();
  const session = useActions();
  const { enabled, checked } = useCommandState(id);
  const { accelerator, kind } = commands[id];
  const shared = {
    icon: icons[id],
    disabled: !enabled,
    onClick: () => runCommand(session, id, "toolbar"),
    secondaryContent: accelerator ? showAccelerator(accelerator, isMac) : undefined,
    children: t(`commands.${id}`) as ReactNode,
    "data-testid": `item-${id}`,
  };
  if (kind === "checkbox") return <MenuItemCheckbox {...shared} name={id} value={checked ? "on" : "off"} />;
  if (kind === "radio") return <MenuItemRadio {...shared} name={id} value={checked ? "on" : "off"} />;
  return <MenuItem {...shared} />;
}

/** The commands that found no room. */
function MoreMenu() {
  const { t } = useTranslation();
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t("app.more")} relationship="label">
          <ToolbarButton ref={ref} icon={<MoreHorizontalRegular />} data-testid="menu-more" />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList hasIcons>
          {groups
            .flatMap(({ ids }) => ids)
            .map((id) => (
              <OverflowedItem key={id} id={id} />
            ))}
          {styleCommands.map((id) => (
            <OverflowedItem key={id} id={id} item="style" />
          ))}
          {inserts.map((id) => (
            <OverflowedItem key={id} id={id} item="insert" />
          ))}
          {tableIds.map((id) => (
            <OverflowedTableItem key={id} id={id} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function OverflowedItem({ id, item = id }: { id: CommandId; item?: string }) {
  return useIsOverflowItemVisible(item) ? null : <CommandItem id={id} />;
}

/** Left out where there is no table: the tools are hidden then, not for lack of room. */
function OverflowedTableItem({ id }: { id: CommandId }) {
  const { enabled } = useCommandState("deleteTable");
  return enabled ? <OverflowedItem id={id} item="table" /> : null;
}
