/**
 * The page's first script, small, so that it runs while the large one is still on its way: it starts the other thread,
 * asks the main process for all that a start needs, and fetches the words. Whoever asks the host for these things
 * first gets the answers that are already coming.
 */
import type { Host } from "../shared/ipc";
import { catalogues } from "./catalogues";
import { windowHost } from "./host";
import { backgroundWorker } from "./session/background-worker";

const real = windowHost();

/** The main process, or null when the page stands alone. */
export const host: Host | null = real && askedAhead(real);

/** The other thread, on its way. */
export const firstWorker: Worker | null = real && backgroundWorker();

function askedAhead(host: Host): Host {
  const settings = host.readSettings();
  // A catalogue that cannot be loaded is complained about where it is used.
  void settings.then(({ language }) => catalogues[language]()).catch(() => {});
  return {
    ...host,
    readSettings: once(settings, host.readSettings),
    takeStartupFile: once(host.takeStartupFile(), host.takeStartupFile),
    listSamples: once(host.listSamples(), host.listSamples),
    listRecoverable: once(host.listRecoverable(), host.listRecoverable),
  };
}

/** Gives a first answer, and asks anew from then on. */
function once<T>(first: Promise<T>, ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = first;
  return () => {
    const given = answer ?? ask();
    answer = null;
    return given;
  };
}
