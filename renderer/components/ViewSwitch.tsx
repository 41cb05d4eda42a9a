/** Marked, clean, base or all of them side by side: buttons of which one is down. */
import { ToolbarRadioButton, ToolbarRadioGroup, Tooltip } from "@fluentui/react-components";
import type { CommandId } from "../../shared/commands";
import { runCommand } from "../commands/registry";
import { useCommandTitle } from "./command-title";
import { useActions, useSession } from "./session-context";

const views = [
  { view: "marked", id: "viewMarked" },
  { view: "clean", id: "viewClean" },
  { view: "base", id: "viewBase" },
  { view: "sideBySide", id: "viewSideBySide" },
] as const;

export function ViewSwitch() {
  return (
    <ToolbarRadioGroup className="view-switch">
      {views.map(({ view, id }) => (
        <ViewButton key={view} view={view} id={id} />
      ))}
    </ToolbarRadioGroup>
  );
}

function ViewButton({ view, id }: { view: string; id: CommandId }) {
  const session = useActions();
  const active = useSession((value) => value.view === view);
  const { name, withKeys } = useCommandTitle(id);
  return (
    <Tooltip content={withKeys} relationship="description">
      <ToolbarRadioButton
        name="view"
        value={view}
        appearance="subtle"
        className={active ? "pressed" : undefined}
        aria-checked={active}
        onClick={() => runCommand(session, id, "toolbar")}
        data-testid={`command-${id}`}
      >
        {name}
      </ToolbarRadioButton>
    </Tooltip>
  );
}
