/** ADD, MOD, SUP, NOC as a word with its own shape and colour: readable without colour, spoken in full. */

import { memo } from "react";
import { useTranslation } from "react-i18next";
import { joined } from "../../shared/locales/joined";
import type { Status } from "../../shared/redline/redline-types";

interface ChipProps {
  status: Status;
  moved?: boolean;
}

export const StatusChip = memo(function StatusChip({ status, moved = false }: ChipProps) {
  const { t } = useTranslation();
  if (status === "frame" || status === "unchanged") return null;
  const long = t(`status.${status}.long`);
  return (
    <span className={`chip chip-${status}`} title={long} data-status={status}>
      {t(`status.${status}`)}
      {moved && status !== "moved" && <span aria-hidden> ⇅</span>}
      <span className="for-ears">
        {" "}
        {joined(t, "also", [long, moved && status !== "moved" ? t("status.moved.long") : ""])}
      </span>
    </span>
  );
});
