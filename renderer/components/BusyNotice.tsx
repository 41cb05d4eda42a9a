/** Says what takes time while it takes it, with a way to stop it; what is over in a moment is not worth a flicker. */
import { Button, ProgressBar, Text } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "./session-context";

const noticeableMs = 300;

export function BusyNotice() {
  const { t } = useTranslation();
  const busy = useSession((value) => value.busy);
  const [noticeable, setNoticeable] = useState(false);
  const isBusy = busy !== null;
  useEffect(() => {
    setNoticeable(false);
    if (!isBusy) return;
    const hands = document.activeElement;
    const timer = setTimeout(() => setNoticeable(true), noticeableMs);
    return () => {
      clearTimeout(timer);
      // The button to stop had the focus and is gone: without this the next keys would reach nothing.
      const lost = document.activeElement === document.body;
      if (lost && hands instanceof HTMLElement) hands.focus({ preventScroll: true });
    };
  }, [isBusy]);
  if (!busy || !noticeable) return null;
  return (
    <div className="busy-veil" role="alert" aria-busy data-testid="busy">
      <div className="busy-card">
        <Text>{t(`app.busy.${busy.key}`, busy.values ?? {})}</Text>
        <ProgressBar
          aria-label={t(`app.busy.${busy.key}`, busy.values ?? {})}
          {...(busy.part === undefined ? {} : { value: busy.part })}
          data-testid="busy-part"
        />
        {busy.stop && (
          <Button autoFocus onClick={busy.stop} data-testid="busy-stop">
            {t("app.cancel")}
          </Button>
        )}
      </div>
    </div>
  );
}
