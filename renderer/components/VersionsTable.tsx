/**
 * Two language versions side by side: a row for each provision of their common structure, each version marked against
 * its own base, with what it does to the provision; where the two do not do the same, a sentence says so. It follows
 * the open draft once typing rests; only the rows on screen are drawn.
 */
import { Button, Select } from "@fluentui/react-components";
import { TranslateRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { versionSentence } from "../../shared/handouts/version-sentence";
import { directionOf } from "../../shared/locales/languages";
import type { Language } from "../../shared/model/document";
import type { Provision } from "../../shared/redline/redline-types";
import { compareVersions, type VersionRow } from "../../shared/redline/versions";
import { runCommand } from "../commands/registry";
import { useSettledDocument, useSettledRedline } from "../session/changes";
import { GridPart } from "./GridPart";
import { RowGrid } from "./RowGrid";
import { MarkedText } from "./SideCells";
import { StatusChip } from "./StatusChip";
import { useActions, useSession } from "./session-context";

export function VersionsTable() {
  const { t } = useTranslation();
  const session = useActions();
  const document = useSettledDocument();
  const redline = useSettledRedline();
  const version = useSession((value) => (value.version?.key === value.document?.key ? value.version : null));
  const zoom = useSession((value) => (value.zoomFits ? 1 : value.zoom));
  const [filter, setFilter] = useState<"all" | "differing">("all");
  const all = useMemo(() => (redline && version ? compareVersions(redline, version.redline) : []), [redline, version]);
  const differing = all.filter(({ agrees }) => !agrees);
  const rows = filter === "all" ? all : differing;
  if (!document || !version) return null;
  const languages: [Language, Language] = [document.state.doc.attrs.language, version.language];
  return (
    <div className="beside desk" style={{ ["--beside-zoom" as string]: zoom }} data-testid="versions">
      <div className="beside-bar">
        <Button
          size="small"
          icon={<TranslateRegular />}
          onClick={() => runCommand(session, "openVersion", "panel")}
          data-testid="versions-open"
        >
          {t("commands.openVersion")}
        </Button>
        <span className="beside-counts quiet" data-testid="versions-count" role="status">
          {t("versions.count", { count: differing.length })}
        </span>
        <Select
          size="small"
          aria-label={t("beside.filter")}
          value={filter}
          onChange={(_event, { value }) => setFilter(value as typeof filter)}
          data-testid="versions-filter"
        >
          <option value="all">{t("beside.allRows")}</option>
          <option value="differing">{t("versions.differing", { count: differing.length })}</option>
        </Select>
      </div>
      <RowGrid
        // Other rows are another table: it begins at its top.
        key={filter}
        label={t("versions.table")}
        className="versions"
        titles={languages.map((language, column) => ({
          key: language,
          words: (
            <>
              {t(`languages.${language}`)} · <bdi>{column === 0 ? document.name : version.name}</bdi>
            </>
          ),
        }))}
        rows={rows}
        usualHeight={90}
        none={t("versions.none")}
        lookOf={({ agrees }) => ({ "data-agrees": agrees })}
        cellsOf={(row) => (
          <>
            <VersionCell provision={row.one} language={languages[0]} />
            <VersionCell provision={row.other} language={languages[1]} row={row} languages={languages} />
          </>
        )}
      />
    </div>
  );
}

interface CellProps {
  provision: Provision | null;
  language: Language;
  /** For the last cell, which tells where the versions differ. */
  row?: VersionRow;
  languages?: [Language, Language];
}

function VersionCell({ provision, language, row, languages }: CellProps) {
  const { t } = useTranslation();
  return (
    <GridPart role="gridcell" className={`beside-cell version-cell${provision ? "" : " empty-cell"}`}>
      {provision && provision.status !== "unchanged" && (
        <div className="option-head">
          <StatusChip status={provision.status} moved={provision.moved} />
        </div>
      )}
      <div lang={language} dir={directionOf(language)}>
        {provision ? <MarkedText provision={provision} /> : <span className="for-ears">{t("versions.absent")}</span>}
      </div>
      {row && languages && !row.agrees && <p className="version-note">{versionSentence(t, row, languages)}</p>}
    </GridPart>
  );
}
