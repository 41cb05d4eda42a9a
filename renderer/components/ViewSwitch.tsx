/** Marked, clean, base, all of them side by side, or the compilation of proposals: buttons of which one is down. */
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
  // Only where there is something to lay side by side: the row of buttons is short.
  const compiles = useSession(
    ({ document, proposals }) =>
      document !== null && (document.compilation !== null || proposals.some(({ key }) => key === document.key)),
  );
  return (
    <ToolbarRadioGroup className="view-switch">
      {views.map(({ view, id }) => (
        <ViewButton key={view} view={view} id={id} />
      ))}
      {compiles && <ViewButton view="compilation" id="viewCompilation" />}
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
