/** Commands that change how the window shows things and nothing in the document. */
import type { Settings } from "../../shared/ipc";
import { stepMeeting, toggleMeeting } from "../session/meeting";
import { type PanelTab, type Session, type TextView, zoomSteps } from "../session/session";
import { changeSettings } from "../session/settings";
import { hasVersion } from "../session/version-flow";
import { type Behaviour, hasDocument } from "./behaviour";

/** The views that are a page; tables leave as hand-outs. */
const pages: readonly TextView[] = ["marked", "clean", "base"];

function showView(view: TextView): Behaviour {
  return {
    run: (session) => session.update({ view }),
    isEnabled: hasDocument,
    isActive: (session) => session.getSnapshot().view === view,
  };
}

function showTab(tab: PanelTab): Behaviour {
  return {
    run: (session) => session.update({ tab, panelShown: true }),
    isEnabled: hasDocument,
    isActive: (session) => session.getSnapshot().panelShown && session.getSnapshot().tab === tab,
  };
}

function zoomBy(direction: 1 | -1): Behaviour {
  return {
    run(session) {
      const { zoom } = session.getSnapshot();
      const steps = direction === 1 ? zoomSteps : [...zoomSteps].reverse();
      const next = steps.find((step) => (step - zoom) * direction > 0.001);
      if (next) session.update({ zoom: next, zoomFits: false });
    },
    isEnabled: hasDocument,
  };
}

function chooseTheme(theme: Settings["theme"]): Behaviour {
  return {
    run: (session) => changeSettings(session, { theme }),
    isActive: (session) => session.getSnapshot().settings.theme === theme,
  };
}

function toggle(part: "outlineShown" | "panelShown"): Behaviour {
  return {
    run: (session: Session) => session.update((value) => ({ [part]: !value[part] })),
    isEnabled: hasDocument,
    isActive: (session) => session.getSnapshot()[part],
  };
}

function inMeeting(session: Session): boolean {
  return session.getSnapshot().meeting !== null;
}

export const viewCommands = {
  viewMarked: showView("marked"),
  viewClean: showView("clean"),
  viewBase: showView("base"),
  viewSideBySide: showView("sideBySide"),
  viewCompilation: showView("compilation"),
  viewVersions: { ...showView("versions"), isEnabled: hasVersion },
  toggleMeeting: {
    run: toggleMeeting,
    isEnabled: hasDocument,
    isActive: inMeeting,
  },
  meetingNext: { run: (session) => stepMeeting(session, 1), isEnabled: inMeeting },
  meetingPrevious: { run: (session) => stepMeeting(session, -1), isEnabled: inMeeting },
  toggleOutline: toggle("outlineShown"),
  togglePanel: toggle("panelShown"),
  showChanges: showTab("changes"),
  showChecks: showTab("checks"),
  showBrackets: showTab("brackets"),
  showProposal: showTab("proposal"),
  showComments: showTab("comments"),
  showMessages: showTab("messages"),
  zoomIn: zoomBy(1),
  zoomOut: zoomBy(-1),
  zoomReset: { run: (session) => session.update({ zoom: 1, zoomFits: false }), isEnabled: hasDocument },
  zoomFit: {
    run: (session) => session.update(({ zoomFits }) => ({ zoomFits: !zoomFits })),
    isEnabled: hasDocument,
    isActive: (session) => session.getSnapshot().zoomFits,
  },
  themeSystem: chooseTheme("system"),
  themeLight: chooseTheme("light"),
  themeDark: chooseTheme("dark"),
  print: {
    // What print.css leaves of the window, through the system's own dialog.
    run: () => window.print(),
    isEnabled: (session) => hasDocument(session) && pages.includes(session.getSnapshot().view),
  },
  openSettings: { run: (session) => session.ask({ kind: "settings" }) },
  commandPalette: { run: (session) => session.ask({ kind: "palette" }) },
  showShortcuts: { run: (session) => session.ask({ kind: "shortcuts" }) },
  showAbout: { run: (session) => session.ask({ kind: "about" }) },
} satisfies Record<string, Behaviour>;
