/**
 * Where things stand on disk: the built page and the bundled resources beside this program (also inside
 * an asar archive), and the user-data folder that Electron gives us. Nothing here is chosen by the window.
 */
import { join } from "node:path";

/** `__dirname` is `out/main` in the project and in a package alike. */
const program = join(__dirname, "..", "..");

export const pageFolder = join(program, "out", "renderer");
export const resourcesFolder = join(program, "resources");
export const preloadScript = join(__dirname, "preload.js");
