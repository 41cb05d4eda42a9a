/** Starts the window: styles with the page's nonce, words, session, then the first document if one was asked for. */
import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { createRoot } from "react-dom/client";
import { App } from "./components/App";
import { loadTheRest } from "./components/Later";
import { Rescue } from "./components/Rescue";
import { SessionContext } from "./components/session-context";
import { firstWorker, host } from "./early";
import { inWorkers } from "./session/background";
import { backgroundWorker } from "./session/background-worker";
import { createSession } from "./session/session";
import { startSession } from "./session/start";
import { speak, words } from "./words";
import "./styles/window.css";
import "./styles/welcome.css";
import "./styles/outline.css";
import "./styles/side-panel.css";
import "./styles/contribution.css";
import "./styles/brackets.css";
import "./styles/checks.css";
import "./styles/find.css";
import "./styles/dialogs.css";
import "./styles/narrow.css";
import "./styles/print.css";

/** Style elements apply only when they carry the nonce that the main process put into the page. */
function pageNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce || undefined;
}

const root = createRoot(document.getElementById("root") as HTMLElement);
if (!host) {
  void speak("en").then(() => root.render(<p role="alert">{words("messages.window.no-host")}</p>));
} else {
  const workers = inWorkers(backgroundWorker, { memoryInUse: host.memoryInUse }, firstWorker);
  const session = createSession(host, workers);
  const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce: pageNonce() ?? "" } });
  void startSession(session).then(() => {
    root.render(
      <RendererProvider renderer={renderer} targetDocument={document}>
        <SessionContext.Provider value={session}>
          <Rescue>
            <App />
          </Rescue>
        </SessionContext.Provider>
      </RendererProvider>,
    );
    requestIdleCallback(() => void loadTheRest(), { timeout: 3000 });
  });
}
