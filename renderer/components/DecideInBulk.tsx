/** How far the meeting is, and decisions about many provisions at once: all that agrees, all of one proposer. */
import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Compilation, CompiledRow } from "../../shared/redline/compilation-types";
import { rowsToDecide, type Standing } from "../../shared/redline/decisions";
import { decideRows } from "../session/decide-flow";
import { useActions } from "./session-context";

interface Props {
  compilation: Compilation;
  standing: ReadonlyMap<CompiledRow, Standing>;
}

export function DecideInBulk({ compilation, standing }: Props) {
  const { t } = useTranslation();
  const session = useActions();
  const rows = rowsToDecide(compilation);
  const undecided = rows.filter((row) => !standing.has(row));
  const agreed = undecided.filter(({ agreement }) => agreement !== "conflict");
  const conflicts = undecided.filter(({ agreement }) => agreement === "conflict");
  const decided = rows.filter((row) => standing.has(row) && !standing.get(row)?.reserved).length;
  const reserved = rows.filter((row) => standing.get(row)?.reserved).length;
  const theirs = (source: string) =>
    compilation.rows.filter(({ options }) => options.some(({ sources }) => sources.includes(source)));
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" data-testid="decide-many">
            {t("decide.many")}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem
              disabled={agreed.length === 0}
              onClick={() => decideRows(session, agreed, "all")}
              data-testid="decide-agreed"
            >
              {t("decide.agreed", { count: agreed.length })}
            </MenuItem>
            <MenuItem
              disabled={conflicts.length === 0}
              onClick={() => decideRows(session, conflicts, "brackets")}
              data-testid="decide-conflicts"
            >
              {t("decide.conflicts", { count: conflicts.length })}
            </MenuItem>
            {compilation.sources.map(({ source, changed }) => (
              <MenuItem
                key={source}
                onClick={() => decideRows(session, theirs(source), "take", [source])}
                data-testid="decide-source"
              >
                {t("decide.allOf", { source, count: changed })}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <span className="decide-progress" role="status" data-testid="decide-progress">
        {t("decide.progress", { decided, reserved, total: rows.length })}
      </span>
    </>
  );
}
