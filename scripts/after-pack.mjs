/**
 * Takes Electron's default app out of the packaged folder: the pinned runtime brings our stand-in for it, and a
 * packaged program must run nothing but its own `app.asar`.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";

export default function removeDefaultApp({ appOutDir }) {
  rmSync(join(appOutDir, "resources", "default_app.asar"), { force: true });
}
