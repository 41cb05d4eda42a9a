/** How a command is called where it stands as a button: its name, and its name with its keys for the tooltip. */

import { useTranslation } from "react-i18next";
import { type CommandId, commands } from "../../shared/commands";
import { joined } from "../../shared/locales/joined";
import { isMac, showAccelerator } from "../commands/accelerators";

/** Name of a command, alone and with its keys. */
export function useCommandTitle(id: CommandId): { name: string; withKeys: string } {
  const { t } = useTranslation();
  const { accelerator } = commands[id];
  const name = t(`commands.${id}`);
  // Isolated: in Arabic the last sign of Ctrl+, would go to the other end.
  const keys = accelerator && `\u2066${showAccelerator(accelerator, isMac)}\u2069`;
  return { name, withKeys: joined(t, "bracketed", [name, keys]) };
}
