import type { SecurityEvent } from "@/lib/events/event";
import type { FieldId } from "@/lib/events/fields";

/** One value of an event that the queue can be narrowed by. */
export type MenuValue = { readonly field: FieldId; readonly value: string };

/** Attackers offered at once: an event may have thousands. */
const MOST_ATTACKERS = 5;

/** Fields of which a value can be picked, in the order of the menu. */
const FIELDS_WITH_MENU = ["attacker", "target", "type", "severity", "status", "outcome", "source"] as const;

const VALUES: Record<(typeof FIELDS_WITH_MENU)[number], (event: SecurityEvent) => readonly string[]> = {
  attacker: ({ attackers }) => attackers.slice(0, MOST_ATTACKERS).map(({ value }) => value),
  target: ({ target: { host, path, server, addresses, resource } }) =>
    [host, path, server, ...addresses.slice(0, 1), resource].filter((value) => value !== null),
  type: ({ type }) => [type],
  severity: ({ severity }) => [severity],
  status: ({ status }) => [status],
  outcome: ({ outcome }) => [outcome],
  source: ({ source }) => [source],
};

/** The values of one cell, or of the whole event where the column is null or has none of its own. */
export function menuValues(event: SecurityEvent, column: string | null): MenuValue[] {
  const own = FIELDS_WITH_MENU.find((field) => field === column);
  return (own ? [own] : FIELDS_WITH_MENU).flatMap((field) =>
    VALUES[field](event)
      .filter((value) => value !== "")
      .map((value) => ({ field, value })),
  );
}
