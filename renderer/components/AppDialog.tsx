/** A dialog in the window's own manner: a title, a body, its buttons at the end, Escape closes. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { comesUnbidden, useKeysNotForButtons } from "./flow-of-typing";

interface Props {
  title: string;
  /** The kind by which the session asks for it. */
  name: string;
  onClose: () => void;
  /** Buttons; without them a single Close. */
  actions?: ReactNode;
  children: ReactNode;
  alert?: boolean;
  width?: "wide";
}

export function AppDialog({ title, name, onClose, actions, children, alert = false, width }: Props) {
  const { t } = useTranslation();
  const onKeyDownCapture = useKeysNotForButtons(comesUnbidden(name));
  return (
    <Dialog open modalType={alert ? "alert" : "modal"} onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface
        data-testid={`dialog-${name}`}
        className={width === "wide" ? "dialog-wide" : undefined}
        onKeyDownCapture={onKeyDownCapture}
      >
        <DialogBody>
          {/* No cross beside the title: it would be the first thing the keyboard meets. Escape closes. */}
          <DialogTitle action={null}>{title}</DialogTitle>
          <DialogContent className="dialog-content">{children}</DialogContent>
          <DialogActions>
            {actions ?? (
              <Button appearance="primary" onClick={onClose}>
                {t("app.close")}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
