import { RELATED_BY, type RelatedEvents } from "@/lib/api/related-events";
import type { SecurityEvent } from "@/lib/events/event";
import { EMPTY_FILTER } from "@/lib/events/query";
import { countByValue } from "@/lib/server/db/queries/count-by-value";
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
  const compared = await Promise.all(
    RELATED_BY.map(async (by) => {
      const listed = values[by].slice(0, MAX_ATTACKERS);
      const counts = await countByValue(database, EMPTY_FILTER, by, listed, [{}, window], clock());
      return listed.map((value, place) => {
        const [overall = 0, inWindow = 0] = counts[place] ?? [];
        return {
          by,
          value,
          inWindow: figure(inWindow, filterOf({ [by]: [value] }, window)),
          overall: figure(overall, filterOf({ [by]: [value] })),
        };
      });
    }),
  );
  return {
    window: { from: window.from.toISOString(), to: window.to.toISOString() },
    items: compared.flat(),
    moreAttackers: Math.max(0, values.attacker.length - MAX_ATTACKERS),
  };
}
