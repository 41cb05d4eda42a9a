/** Lets a file be dropped anywhere on the window: a draft is continued, anything else becomes a base. */
import { type DragEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { openDropped } from "../session/open-flow";
import { useActions } from "./session-context";

export function DropZone({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useActions();
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the Open commands, which keys reach
    <div
      className="drop-zone"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void openDropped(session, [...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="drop-veil" aria-hidden>
          <p>{t("app.dropHere")}</p>
        </div>
      )}
    </div>
  );
}
