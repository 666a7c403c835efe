import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { queueHref } from "@/components/events/queue-href";
import { CountryText } from "@/components/ui/country-text";
import { FoldableText } from "@/components/ui/foldable-text";
import { InstantText } from "@/components/ui/instant-text";
import type { AttackerSummary } from "@/lib/api/attacker";
import type { Figure } from "@/lib/api/figure";
import { formatCount } from "@/lib/format/count";
import classes from "./attacker-facts.module.css";

/** How much the attacker did, when, and what the products say of it. */
export function AttackerFacts({ attacker }: { attacker: AttackerSummary }) {
  const t = useTranslations("attackers.facts");
  const { events, open, attacks, firstSeenAt, lastSeenAt, descriptions } = attacker;
  const countries = distinct(descriptions.map(({ country }) => country));
  const regions = distinct(descriptions.map(({ region }) => region));
  const tags = distinct(descriptions.flatMap((description) => description.tags));
  return (
    <dl className={classes.facts}>
      <Fact label={t("events")}>
        <FigureLink figure={events} />
      </Fact>
      <Fact label={t("open")}>
        <FigureLink figure={open} />
      </Fact>
      <Fact label={t("attacks")} hint={t("attacksHint")}>
        {formatCount(attacks)}
      </Fact>
      <Fact label={t("first")}>{firstSeenAt ? <InstantText instant={firstSeenAt} /> : "—"}</Fact>
      <Fact label={t("last")}>{lastSeenAt ? <InstantText instant={lastSeenAt} /> : "—"}</Fact>
      {countries.length > 0 && (
        <Fact label={t("country")}>
          <Values values={countries} show={(country) => <CountryText country={country} />} />
        </Fact>
      )}
      {regions.length > 0 && (
        <Fact label={t("region")}>
          <Values values={regions} show={(region) => <FoldableText text={region} />} />
        </Fact>
      )}
      {tags.length > 0 && (
        <Fact label={t("tags")}>
          <Values values={tags} show={(tag) => <FoldableText text={tag} />} />
        </Fact>
      )}
    </dl>
  );
}

const distinct = (values: readonly (string | null)[]) => [...new Set(values.flatMap((value) => value || []))];

type FactProps = { label: string; hint?: string; children: ReactNode };

function Fact({ label, hint, children }: FactProps) {
  return (
    <div>
      <dt title={hint}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type ValuesProps = { values: readonly string[]; show: (value: string) => ReactNode };

function Values({ values, show }: ValuesProps) {
  return values.map((value) => (
    <span key={value} className={classes.value}>
      {show(value)}
    </span>
  ));
}

function FigureLink({ figure: { count, filter } }: { figure: Figure }) {
  return (
    <Link href={queueHref(filter)} prefetch={false}>
      {formatCount(count)}
    </Link>
  );
}
