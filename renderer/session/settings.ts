/** Reads and keeps the settings; the interface language takes effect at once. */
import type { Settings } from "../../shared/ipc";
import { speak } from "../words";
import { believe } from "./known-revisions";
import type { Session } from "./session";

/** Takes the kept settings over into the session. */
export async function loadSettings(session: Session): Promise<void> {
  const settings = await session.host.readSettings();
  await speak(settings.language);
  believe(settings.knownResolutions);
  session.update({ settings });
}

/** Changes some settings, on disk and in the window. */
export async function changeSettings(session: Session, change: Partial<Settings>): Promise<void> {
  const settings = { ...session.getSnapshot().settings, ...change };
  await speak(settings.language);
  believe(settings.knownResolutions);
  session.update({ settings });
  await session.host.writeSettings(change);
}
