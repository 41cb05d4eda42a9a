/** Placeholder for the bridge. */
import { contextBridge } from "electron";

contextBridge.exposeInMainWorld("host", {});
