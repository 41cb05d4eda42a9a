/** Accepting or rejecting many changes at once: all of them, or those of one author. */
import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { runCommand } from "../commands/registry";
import { acceptThese, rejectThese } from "../session/settle-flow";
import { useActions } from "./session-context";

interface BulkProps {
  /** Everybody who made a change, a line each. */
  authors: string;
  accepts: boolean;
}

export const ChangesInBulk = memo(function ChangesInBulk({ authors: lines, accepts }: BulkProps) {
  const { t } = useTranslation();
  const session = useActions();
  const authors = lines.split("\n");
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<CheckmarkRegular />} data-testid="changes-many">
          {t("changes.many")}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            disabled={!accepts}
            onClick={() => runCommand(session, "acceptAll", "panel")}
            data-testid="changes-accept-all"
          >
            {t("commands.acceptAll")}
          </MenuItem>
          <MenuItem onClick={() => runCommand(session, "rejectAll", "panel")} data-testid="changes-reject-all">
            {t("commands.rejectAll")}
          </MenuItem>
          {authors.length > 1 && <MenuDivider />}
          {authors.length > 1 &&
            authors.flatMap((author) => {
              const name = author || t("changes.noAuthor");
              return [
                <MenuItem
                  key={`accept ${author}`}
                  disabled={!accepts}
                  onClick={() => void acceptThese(session, (change) => change.author === author)}
                  data-testid="changes-accept-author"
                >
                  {t("changes.acceptOf", { name })}
                </MenuItem>,
                <MenuItem
                  key={`reject ${author}`}
                  onClick={() => rejectThese(session, (change) => change.author === author)}
                  data-testid="changes-reject-author"
                >
                  {t("changes.rejectOf", { name })}
                </MenuItem>,
              ];
            })}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
});
