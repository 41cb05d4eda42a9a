/**
 * Keeps the window to itself: every request that is not for our own page is cancelled before it reaches
 * the network, every permission is refused, no page but ours can be navigated to or opened, and a link
 * of a document is opened in the user's browser only after asking, and only http, https or mailto.
 */
import { app, type BrowserWindow, dialog, type Session, shell } from "electron";
import { harmlessLink, isOwnRequest } from "./addresses";
import { adoptProjection, projectionOptions } from "./projection";
import { say } from "./wording";

/** Switches that must be set before the application is ready: no name is ever resolved, whoever asks. */
export function setupOfflineSwitches(): void {
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("force-webrtc-ip-handling-policy", "disable_non_proxied_udp");
}

/** Cancels requests and refuses permissions in one session. */
export function setupIsolation(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwnRequest(details.url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
}

/** Refuses navigation, embedded pages and new windows, but for the room's, for every page that ever comes to be. */
export function setupNavigationGuard(): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.on("did-create-window", adoptProjection);
    contents.setWindowOpenHandler(({ url, frameName }) => {
      const projection = projectionOptions(contents, url, frameName);
      if (projection) return { action: "allow", overrideBrowserWindowOptions: projection };
      void openLinkAfterAsking(url);
      return { action: "deny" };
    });
  });
}

/** Opens a link of a document outside the application when its scheme is harmless and the user agrees. */
export async function openLinkAfterAsking(address: string, window?: BrowserWindow): Promise<boolean> {
  const link = harmlessLink(address);
  if (link === null) return false;
  const question = {
    type: "question" as const,
    message: say("host.openLink.question"),
    detail: link,
    buttons: [say("host.openLink.open"), say("host.cancel")],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (window ? dialog.showMessageBox(window, question) : dialog.showMessageBox(question));
  if (response !== 0) return false;
  await shell.openExternal(link);
  return true;
}
