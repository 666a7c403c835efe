import Link from "next/link";
import type { ReactNode } from "react";
import { useSentence } from "@/components/language/sentences";
import { InertText } from "@/components/ui/inert-text";
import { InstantText } from "@/components/ui/instant-text";
import { OutcomeLabel } from "@/components/ui/outcome-label";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { SourceLabel } from "@/components/ui/source-label";
import { StatusBadge } from "@/components/ui/status-badge";
import type { SecurityEvent } from "@/lib/events/event";
import type { FacetField, SortField } from "@/lib/events/fields";
import { formatCount } from "@/lib/format/count";
import { visibleText } from "@/lib/format/visible-text";
import classes from "./event-cells.module.css";
import { eventHref } from "./event-href";

/** What a cell of the table can show: every field, and what rows are sorted by. */
export type CellId = FacetField | SortField;

const NONE = <span className={classes.none}>–</span>;

function Attackers({ attackers }: SecurityEvent) {
  const [first, ...others] = attackers;
  if (!first) return NONE;
  const all = attackers.map(({ value }) => visibleText(value)).join("\n");
  return (
    <span className={classes.pair}>
      <InertText mono clip text={first.value} />
      {others.length > 0 && (
        <span className={classes.more} title={all}>
          +{others.length}
        </span>
      )}
    </span>
  );
}

/** Host and path where there are any, else the server, address or resource that was attacked. */
function TargetText({ target }: SecurityEvent) {
  const place = target.host ?? target.server ?? target.addresses[0] ?? target.resource;
  const text = `${place ?? ""}${target.path ?? ""}`;
  return text === "" ? NONE : <InertText mono clip text={text} />;
}

function TitleLink({ id, title, type }: SecurityEvent) {
  return (
    <Link href={eventHref(id)} prefetch={false} className={classes.title}>
      <TitleText title={title === "" ? type : title} />
    </Link>
  );
}

/** A component of its own: cells are called like functions, whichever of them are shown. */
function TitleText({ title }: { title: string }) {
  return <InertText clip text={useSentence()(title)} />;
}

/** How each cell shows an event. A field without a cell does not compile. */
export const EVENT_CELLS = {
  severity: ({ severity }) => <SeverityBadge severity={severity} />,
  status: ({ status, writeState }) => <StatusBadge status={status} writeState={writeState} />,
  lastSeenAt: ({ lastSeenAt }) => <InstantText instant={lastSeenAt} precision="minute" />,
  source: ({ source, connection }) => <SourceLabel source={source} connection={connection} quiet />,
  connection: ({ connection }) => <InertText clip text={connection} />,
  type: TitleLink,
  attacker: Attackers,
  target: TargetText,
  attackCount: ({ attackCount }) => formatCount(attackCount),
  outcome: ({ outcome }) => <OutcomeLabel outcome={outcome} />,
  assignee: ({ assignee }) => (assignee === null ? NONE : <InertText clip text={assignee} />),
} satisfies Record<CellId, (event: SecurityEvent) => ReactNode>;
