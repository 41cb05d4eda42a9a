/** Above the side-by-side table: which columns, which rows, and a field that goes to a provision by its label. */
import { Input, Select, Switch } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ColumnChoice,
  columnChoices,
  type RowFilter,
  rowFilters,
  type SectionChoice,
} from "../session/side-by-side";
import { useActions, useSession } from "./session-context";

interface BarProps {
  /** Goes to the provision that is cited; false when there is none. */
  onFind: (cited: string) => boolean;
  /** Told when folding is turned on or off. */
  onFold: () => void;
  /** Gives the keyboard back to the table. */
  onLeave: () => void;
  columns: ColumnChoice;
  changed: number;
  authors: readonly string[];
  sections: readonly SectionChoice[];
}

/** Drawn when what it shows changes, not with every row that scrolls by. */
export const SideBySideBar = memo(function SideBySideBar(props: BarProps) {
  const { onFind, onFold, onLeave, columns, changed, authors, sections } = props;
  const { t } = useTranslation();
  const session = useActions();
  const beside = useSession((value) => value.beside);
  const [cited, setCited] = useState("");
  const [missed, setMissed] = useState(false);
  const change = (part: Partial<typeof beside>) => session.update({ beside: { ...beside, ...part } });
  return (
    <search className="beside-bar" aria-label={t("beside.bar")}>
      <Input
        size="small"
        className="beside-find"
        contentBefore={<SearchRegular />}
        value={cited}
        placeholder={t("beside.find")}
        aria-label={t("beside.find")}
        aria-invalid={missed}
        onChange={(_event, { value }) => {
          setCited(value);
          setMissed(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") setMissed(cited.trim() !== "" && !onFind(cited));
          else if (event.key === "Escape") onLeave();
          else return;
          event.preventDefault();
        }}
        data-testid="beside-find"
      />
      <span className="beside-missed" role="status">
        {missed ? t("beside.notFound") : ""}
      </span>
      <span className="grow" />
      <Switch
        label={t("beside.fold")}
        checked={beside.folds}
        onChange={(_event, { checked }) => {
          onFold();
          change({ folds: checked });
        }}
        data-testid="beside-fold"
      />
      <Select
        size="small"
        aria-label={t("beside.filter")}
        value={beside.filter}
        onChange={(_event, { value }) => change({ filter: value as RowFilter })}
        data-testid="beside-filter"
      >
        {rowFilters.map((filter) => (
          <option key={filter} value={filter}>
            {filter === "all" || filter === "changed"
              ? t(`beside.${filter}Rows`, { count: changed })
              : t(`status.${filter}.long`)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        className="beside-narrow"
        aria-label={t("beside.section")}
        value={beside.section ?? ""}
        onChange={(_event, { value }) => change({ section: value || null })}
        data-testid="beside-section"
      >
        <option value="">{t("beside.everySection")}</option>
        {sections.map(({ name, words }) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        className="beside-narrow"
        aria-label={t("beside.author")}
        // An author may have no name; the value for everybody is one that no name has.
        value={beside.author === null ? "" : `by ${beside.author}`}
        onChange={(_event, { value }) => change({ author: value === "" ? null : value.slice(3) })}
        data-testid="beside-author"
      >
        <option value="">{t("beside.everyAuthor")}</option>
        {authors.map((author) => (
          <option key={author} value={`by ${author}`}>
            {author || t("changes.noAuthor")}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        aria-label={t("beside.columns")}
        value={columns}
        onChange={(_event, { value }) => change({ columns: value as ColumnChoice })}
        data-testid="beside-columns"
      >
        {columnChoices.map((choice) => (
          <option key={choice} value={choice}>
            {t(`beside.columns.${choice}`)}
          </option>
        ))}
      </Select>
    </search>
  );
});
