import { RELATED_BY, type RelatedEvents } from "@/lib/api/related-events";
import type { SecurityEvent } from "@/lib/events/event";
import { countMatches } from "@/lib/server/db/queries/count-matches";
import { findEvents } from "@/lib/server/db/queries/find-events";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { figure, filterOf } from "./figures";

const DAY_MS = 86_400_000;
const MAX_ATTACKERS = 10;

type By = (typeof RELATED_BY)[number];

/** What the event can be compared by: its attackers, the name of its target, its type. */
function valuesOf({ attackers, target, type }: SecurityEvent): Readonly<Record<By, readonly string[]>> {
  const name = target.host ?? target.server ?? target.addresses[0] ?? target.resource;
  const values = attackers.map(({ value }) => value.trim()).filter((value) => value !== "");
  return { attacker: [...new Set(values)], target: name?.trim() ? [name] : [], type: [type] };
}

function windowOf({ firstSeenAt, lastSeenAt }: SecurityEvent) {
  return {
    from: new Date(Date.parse(firstSeenAt ?? lastSeenAt) - DAY_MS),
    to: new Date(Date.parse(lastSeenAt) + DAY_MS),
  };
}

/**
 * How many events share an attacker (the first 10), the target, or the type with an event.
 * @throws ProblemError not-found
 */
export async function readRelated({ database, clock }: Deps, eventId: string): Promise<RelatedEvents> {
  const [event] = await findEvents(database, [eventId]);
  if (!event) throw new ProblemError("not-found", `There is no event ${eventId}.`);
  const window = windowOf(event);
  const values = valuesOf(event);
  const compared = RELATED_BY.flatMap((by) =>
    values[by].slice(0, MAX_ATTACKERS).map((value) => ({
      by,
      value,
      overall: filterOf({ [by]: [value] }),
      inWindow: filterOf({ [by]: [value] }, window),
    })),
  );
  const filters = compared.flatMap(({ overall, inWindow }) => [overall, inWindow]);
  const counts = await countMatches(database, filters, clock());
  return {
    window: { from: window.from.toISOString(), to: window.to.toISOString() },
    items: compared.map(({ by, value, overall, inWindow }, index) => ({
      by,
      value,
      inWindow: figure(counts[index * 2 + 1] ?? 0, inWindow),
      overall: figure(counts[index * 2] ?? 0, overall),
    })),
    moreAttackers: Math.max(0, values.attacker.length - MAX_ATTACKERS),
  };
}
