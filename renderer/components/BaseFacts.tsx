/** What the base is: its file, its size, its fingerprint. */
import { Divider, Subtitle2 } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { blocksOf } from "../../shared/schema/blocks";
import { useSession } from "./session-context";

export function BaseFacts() {
  const { t } = useTranslation();
  const base = useSession((value) => value.document?.base ?? null);
  const name = useSession((value) => value.document?.source?.name ?? "");
  const hash = useSession((value) => value.document?.baseHash ?? "");
  const counts = useMemo(() => {
    const blocks = base ? blocksOf(base) : [];
    return { blocks: blocks.length, sections: blocks.filter(({ node }) => node.type.name === "call").length };
  }, [base]);
  // A contribution that is begun from nothing has no base to speak of.
  if (counts.blocks === 0) return null;
  const facts = [
    [t("proposal.baseName"), name],
    [t("proposal.baseSections"), String(counts.sections)],
    [t("proposal.baseBlocks"), String(counts.blocks)],
    [t("proposal.baseHash"), hash.slice(0, 16)],
  ] as const;
  return (
    <>
      <Divider />
      <section data-testid="base-facts">
        <Subtitle2 as="h2">{t("proposal.facts")}</Subtitle2>
        <dl className="facts">
          {facts.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto" title={value}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
