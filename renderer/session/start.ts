/** What happens once when the window opens: settings, samples, unsaved work, the file it was started with. */
import { keepJournal } from "./journal";
import { openBytes } from "./open-flow";
import { settleUnsaved } from "./save-flow";
import { isDirty, type Session } from "./session";
import { loadSettings } from "./settings";

/** Prepares a session and listens to the main process from then on. */
export async function startSession(session: Session): Promise<void> {
  const { host } = session;
  await loadSettings(session);
  const [samples, recoverable] = await Promise.all([host.listSamples(), host.listRecoverable()]);
  session.update({ samples, recoverable });
  session.journal = keepJournal(session);
  followTitle(session);
  host.on("openFile", (file) => {
    void settleUnsaved(session).then(async (go) => {
      if (go) await openBytes(session, file);
    });
  });
  host.on("closeRequested", () => {
    void settleUnsaved(session).then(async (go) => {
      if (go) await host.closeWindow();
    });
  });
  // Without waiting: the window is shown first, the document follows.
  void host.takeStartupFile().then((file) => {
    if (!file.ok) session.fail("error.notOpened", file.error);
    else if (file.value) void openBytes(session, file.value);
  });
}

/** Keeps the window's title and its close question true. */
function followTitle(session: Session): void {
  let told = "";
  const tell = () => {
    const { document } = session.getSnapshot();
    const state = {
      title: document?.name ?? "",
      dirty: document !== null && isDirty(document),
      file: document?.file ?? null,
    };
    const key = JSON.stringify(state);
    if (key === told) return;
    told = key;
    void session.host.setDocumentState(state);
  };
  session.subscribe(tell);
  tell();
}
