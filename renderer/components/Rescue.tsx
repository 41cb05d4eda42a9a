/** Stands around the window: an error that nobody foresaw gives a sentence and a way on, never an empty window. */
import { Component, type ErrorInfo, type ReactNode } from "react";
import { words } from "../words";

interface State {
  detail: string | null;
}

export class Rescue extends Component<{ children: ReactNode }, State> {
  override state: State = { detail: null };

  static getDerivedStateFromError(error: unknown): State {
    return { detail: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // Passed on, so that tests and the developer tools see it.
    reportError(error instanceof Error ? error : new Error(`${error}${info.componentStack ?? ""}`));
  }

  override render(): ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    return (
      <main className="rescue" role="alert">
        <p>{words("messages.unexpected", { detail })}</p>
        <button type="button" onClick={() => location.reload()}>
          {words("app.reload")}
        </button>
      </main>
    );
  }
}
