/** What the paragraph at the caret is, and the way to make it something else. */
import { Dropdown, Option } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { CommandId } from "../../shared/commands";
import { runCommand } from "../commands/registry";
import { useActions, useSession } from "./session-context";

const roles: Record<string, CommandId> = {
  call: "makeCall",
  item: "makeItem",
  paragraph: "makeParagraph",
  heading: "makeHeading",
  resolutionNumber: "makeNumber",
  resolutionTitle: "makeTitle",
  resolutionReference: "makeHistory",
  enacting: "makeEnacting",
  annexNumber: "makeAnnexNumber",
  annexTitle: "makeAnnexTitle",
};

export function StyleBox() {
  const { t } = useTranslation();
  const session = useActions();
  const type = useSession((value) => value.document?.state.selection.$from.parent.type.name ?? "");
  return (
    <Dropdown
      size="small"
      className="style-box"
      aria-label={t("toolbar.style")}
      value={type ? t(`style.${type}`, { defaultValue: "" }) : ""}
      selectedOptions={[type]}
      onOptionSelect={(_event, { optionValue }) => {
        const command = optionValue ? roles[optionValue] : undefined;
        if (command) runCommand(session, command, "toolbar");
      }}
      data-testid="style-box"
    >
      {Object.keys(roles).map((role) => (
        <Option key={role} value={role}>
          {t(`commands.${roles[role]}`)}
        </Option>
      ))}
    </Dropdown>
  );
}
