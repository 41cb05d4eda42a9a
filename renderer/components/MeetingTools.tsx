/** Above the presenter's list: the way from stop to stop, what counts as one, and how the room sees it. */
import { Button, Select, Switch } from "@fluentui/react-components";
import {
  ArrowDownRegular,
  ArrowUpRegular,
  EditRegular,
  FontDecreaseRegular,
  FontIncreaseRegular,
  WeatherMoonRegular,
  WeatherSunnyRegular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { changeMeeting, endMeeting, resizeMeeting, stepMeeting } from "../session/meeting";
import type { Meeting } from "../session/session";
import { useActions } from "./session-context";

interface ToolsProps {
  meeting: Meeting;
  /** Index of the stop that is shown, -1 for none, and how many there are. */
  place: number;
  stops: number;
  onEdit: () => void;
}

export function MeetingTools({ meeting, place, stops, onEdit }: ToolsProps) {
  const { t } = useTranslation();
  const session = useActions();
  const dark = meeting.theme === "dark";
  return (
    <>
      <div className="meeting-tools">
        <IconTool
          name="meeting-previous"
          words={t("commands.meetingPrevious")}
          icon={<ArrowUpRegular />}
          act={() => stepMeeting(session, -1)}
        />
        <IconTool
          name="meeting-next"
          words={t("commands.meetingNext")}
          icon={<ArrowDownRegular />}
          act={() => stepMeeting(session, 1)}
        />
        <span data-testid="meeting-place">{t("meeting.place", { at: place + 1, of: stops })}</span>
        <Button size="small" icon={<EditRegular />} disabled={place < 0} onClick={onEdit} data-testid="meeting-edit">
          {t("meeting.edit")}
        </Button>
        <Button size="small" onClick={() => endMeeting(session)} data-testid="meeting-end">
          {t("meeting.end")}
        </Button>
      </div>
      <div className="meeting-tools">
        <Select
          size="small"
          className="meeting-walk"
          aria-label={t("meeting.walk")}
          value={meeting.walk}
          onChange={(_event, { value }) => changeMeeting(session, { walk: value as Meeting["walk"] })}
          data-testid="meeting-walk"
        >
          <option value="changes">{t("meeting.changes")}</option>
          <option value="provisions">{t("meeting.provisions")}</option>
        </Select>
        <IconTool
          name="meeting-smaller"
          words={t("meeting.smaller")}
          icon={<FontDecreaseRegular />}
          act={() => resizeMeeting(session, -1)}
        />
        <IconTool
          name="meeting-larger"
          words={t("meeting.larger")}
          icon={<FontIncreaseRegular />}
          act={() => resizeMeeting(session, 1)}
        />
        <IconTool
          name="meeting-theme"
          words={t(dark ? "commands.themeLight" : "commands.themeDark")}
          icon={dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
          act={() => changeMeeting(session, { theme: dark ? "light" : "dark" })}
        />
      </div>
      <div className="meeting-tools">
        <Switch
          label={t("beside.fold")}
          checked={meeting.folds && meeting.walk === "changes"}
          disabled={meeting.walk === "provisions"}
          onChange={(_event, { checked }) => changeMeeting(session, { folds: checked })}
          data-testid="meeting-fold"
        />
      </div>
    </>
  );
}

interface IconToolProps {
  name: string;
  words: string;
  icon: ReactElement;
  act: () => void;
}

function IconTool({ name, words, icon, act }: IconToolProps) {
  return <Button size="small" icon={icon} title={words} aria-label={words} onClick={act} data-testid={name} />;
}
