/** What happens once when the window opens: settings, samples, unsaved work, the file it was started with. */
import { listed } from "../../shared/locales/joined";
import { keepJournal } from "./journal";
import { openBytes } from "./open-flow";
import { settleUnsaved } from "./save-flow";
import { isDirty, type Session } from "./session";
import { loadSettings } from "./settings";

/** Prepares a session and listens to the main process from then on. */
export async function startSession(session: Session): Promise<void> {
  const { host } = session;
  const settings = loadSettings(session);
  session.journal = keepJournal(session);
  followTitle(session);
  host.on("openFile", (file) => {
    void settings.then(async () => {
      if (await settleUnsaved(session)) await openBytes(session, file);
    });
  });
  host.on("closeRequested", () => {
    void settleUnsaved(session).then(async (go) => {
      if (!go) return;
      await session.journal?.end();
      await host.closeWindow();
    });
  });
  // Asked for together: none of them waits for another.
  const first = host.takeStartupFile();
  const lists = Promise.all([host.listSamples(), host.listRecoverable()]).then(([samples, recoverable]) =>
    session.update({ samples, recoverable }),
  );
  await settings;
  const file = await first;
  if (file.ok && file.value) {
    // Without waiting: the window is shown first, the document follows; no first screen flickers in between.
    session.update({ awaitsFile: true });
    const opened = openBytes(session, file.value).finally(() => session.update({ awaitsFile: false }));
    void Promise.all([opened, lists]).then(([isShown]) => isShown && tellWhatIsKept(session));
    return;
  }
  await lists;
  if (!file.ok) session.fail("error.notOpened", file.error);
}

/** The first screen, which offers what a crash left behind, was not seen. */
function tellWhatIsKept(session: Session): void {
  const { recoverable } = session.getSnapshot();
  if (recoverable.length === 0) return;
  const names = listed(
    document.documentElement.lang,
    recoverable.map(({ name }) => name),
  );
  session.notify({ tone: "warning", key: "toast.recoverable", values: { names } });
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
