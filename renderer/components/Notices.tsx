/** Short notices that come and go: saved, exported, recovered. */
import { Toast, Toaster, ToastTitle, useId, useToastController } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useActions, useSession } from "./session-context";

export function Notices() {
  const { t } = useTranslation();
  const session = useActions();
  const toaster = useId("notices");
  const { dispatchToast } = useToastController(toaster);
  const notices = useSession((value) => value.notices);
  const shown = useRef(0);
  useEffect(() => {
    const fresh = notices.filter(({ id }) => id > shown.current);
    if (fresh.length === 0) return;
    shown.current = fresh[fresh.length - 1]?.id ?? 0;
    session.update({ notices: [] });
    // What the notice is about is drawn first: a notice is measured as it grows, and the whole page with it.
    requestIdleCallback(
      () => {
        for (const { tone, key, values } of fresh) {
          dispatchToast(
            <Toast data-testid="notice">
              <ToastTitle>{t(key, values ?? {})}</ToastTitle>
            </Toast>,
            { intent: tone, timeout: tone === "warning" ? 15_000 : 4000 },
          );
        }
      },
      { timeout: 200 },
    );
  }, [notices, dispatchToast, t, session]);
  return <Toaster toasterId={toaster} position="bottom" />;
}
