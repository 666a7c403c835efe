"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CopyValue } from "@/components/ui/copy-value";
import { CountryText } from "@/components/ui/country-text";
import { FoldableText } from "@/components/ui/foldable-text";
import { usePrinting } from "@/components/ui/use-printing";
import type { Attacker } from "@/lib/events/event";
import { formatCount } from "@/lib/format/count";
import classes from "./attackers-table.module.css";
import { EventSection } from "./event-section";
import { ValueWays } from "./value-ways";

/** More rows than this start folded. */
const FIRST_ROWS = 20;

/** The product's own relays, under the words that the clouds use for them. */
const isShared = (tag: string) => /back-to-origin|回源/i.test(tag);

/** Who attacked, with what the product knows of each; printed, all of them. */
export function AttackersTable({ attackers }: { attackers: readonly Attacker[] }) {
  const t = useTranslations("event.attackers");
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const shown = all || printing ? attackers : attackers.slice(0, FIRST_ROWS);
  return (
    <EventSection id="attackers" title={t("title")} remark={formatCount(attackers.length)}>
      {attackers.length === 0 ? (
        <p className={classes.none}>{t("none")}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("attacker")}</th>
              <th scope="col">{t("place")}</th>
              <th scope="col">{t("attacks")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((attacker, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a product may list the same attacker twice
              <AttackerRow key={index} attacker={attacker} />
            ))}
          </tbody>
        </table>
      )}
      {attackers.length > FIRST_ROWS && (
        <button type="button" className={classes.more} onClick={() => setAll(!all)}>
          {all ? t("first", { count: FIRST_ROWS }) : t("all", { count: formatCount(attackers.length) })}
        </button>
      )}
    </EventSection>
  );
}

function AttackerRow({ attacker }: { attacker: Attacker }) {
  const t = useTranslations("event.attackers");
  const { kind, value, country, region, count, tags } = attacker;
  return (
    <tr>
      <th scope="row">
        <span className={classes.value}>
          <FoldableText text={value} mono />
          <CopyValue value={value} what="attacker" />
          <ValueWays field="attacker" value={value} />
        </span>
        <span className={classes.kind}>{t(kind)}</span>
        {tags.length > 0 && (
          <ul className={classes.tags}>
            {tags.map((tag) => (
              <li key={tag} data-shared={isShared(tag)}>
                {isShared(tag) && <TriangleAlert size={12} aria-hidden="true" />}
                <FoldableText text={tag} />
              </li>
            ))}
            {tags.some(isShared) && <li className={classes.advice}>{t("shared")}</li>}
          </ul>
        )}
      </th>
      <td>
        {country ? <CountryText country={country} /> : "—"}
        {region && (
          <span className={classes.region}>
            <FoldableText text={region} />
          </span>
        )}
      </td>
      <td>{count === null ? "—" : formatCount(count)}</td>
    </tr>
  );
}
