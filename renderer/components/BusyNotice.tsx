/** Says what takes time while it takes it. */
import { Spinner } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { useSession } from "./session-context";

export function BusyNotice() {
  const { t } = useTranslation();
  const busy = useSession((value) => value.busy);
  if (!busy) return null;
  return (
    <div className="busy-veil" role="alert" aria-busy data-testid="busy">
      <div className="busy-card">
        <Spinner label={t(`app.busy.${busy.key}`, busy.values ?? {})} />
      </div>
    </div>
  );
}
