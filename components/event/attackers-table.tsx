"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { CopyValue } from "@/components/ui/copy-value";
import { CountryText } from "@/components/ui/country-text";
import { FoldableText } from "@/components/ui/foldable-text";
import type { Attacker } from "@/lib/events/event";
import { formatCount } from "@/lib/format/count";
import classes from "./attackers-table.module.css";
import { EventSection } from "./event-section";

/** More rows than this start folded. */
const FIRST_ROWS = 20;

/** The product's own relays, under the words that the clouds use for them. */
const isShared = (tag: string) => /back-to-origin|回源/i.test(tag);

/** Who attacked, with what the product knows of each. */
export function AttackersTable({ attackers }: { attackers: readonly Attacker[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? attackers : attackers.slice(0, FIRST_ROWS);
  return (
    <EventSection id="attackers" title="Attackers" remark={formatCount(attackers.length)}>
      {attackers.length === 0 ? (
        <p className={classes.none}>The product names no attacker.</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Attacker</th>
              <th scope="col">Country, region</th>
              <th scope="col">Attacks</th>
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
          {all ? `Show the first ${FIRST_ROWS}` : `Show all ${formatCount(attackers.length)}`}
        </button>
      )}
    </EventSection>
  );
}

function AttackerRow({ attacker }: { attacker: Attacker }) {
  const { kind, value, country, region, count, tags } = attacker;
  return (
    <tr>
      <th scope="row">
        <span className={classes.value}>
          <FoldableText text={value} mono />
          <CopyValue value={value} what="attacker" />
        </span>
        <span className={classes.kind}>{kind === "ip" ? "IP address" : "Account"}</span>
        {tags.length > 0 && (
          <ul className={classes.tags}>
            {tags.map((tag) => (
              <li key={tag} data-shared={isShared(tag)}>
                {isShared(tag) && <TriangleAlert size={12} aria-hidden="true" />}
                <FoldableText text={tag} />
              </li>
            ))}
            {tags.some(isShared) && (
              <li className={classes.advice}>do not block it: your visitors come through it too</li>
            )}
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
