/** Short notices that come and go: saved, exported, recovered. A notice takes the place of one of its own kind. */
import { Toast, Toaster, ToastTitle, useId, useToastController } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useActions, useSession } from "./session-context";

export function Notices() {
  const { t } = useTranslation();
  const session = useActions();
  const toaster = useId("notices");
  const { dispatchToast, dismissToast } = useToastController(toaster);
  const notices = useSession((value) => value.notices);
  const shown = useRef(0);
  const latest = useRef(new Map<string, string>());
  useEffect(() => {
    const fresh = notices.filter(({ id }) => id > shown.current);
    if (fresh.length === 0) return;
    shown.current = fresh[fresh.length - 1]?.id ?? 0;
    session.update({ notices: [] });
    // What the notice is about is drawn first: a notice is measured as it grows, and the whole page with it.
    requestIdleCallback(
      () => {
        for (const { id, tone, key, values } of fresh) {
          const former = latest.current.get(key);
          if (former) dismissToast(former);
          const toastId = `${toaster} ${id}`;
          latest.current.set(key, toastId);
          dispatchToast(
            <Toast data-testid="notice" className="notice">
              <ToastTitle>
                <Words of={key} values={values ?? {}} />
              </ToastTitle>
            </Toast>,
            { toastId, intent: tone, timeout: tone === "warning" ? 15_000 : 4000 },
          );
        }
      },
      { timeout: 200 },
    );
  }, [notices, dispatchToast, dismissToast, toaster, session]);
  // In the line of the status bar, so that no word of the text is ever covered; within a landmark, as all that is read.
  return (
    <section aria-label={t("app.notices")}>
      <Toaster
        inline
        toasterId={toaster}
        className="notices"
        position="bottom-start"
        offset={{ horizontal: 0, vertical: 0 }}
      />
    </section>
  );
}

/** Worded where it is shown: a notice that still stands when the language changes changes with it. */
function Words({ of, values }: { of: string; values: Record<string, string | number> }) {
  const { t } = useTranslation();
  return t(of, values);
}
