import type { SecurityEvent } from "@/lib/events/event";
import type { EVENT_SCOPES } from "@/lib/server/clouds/waf/waf-operation";

/** How API security groups its events: the parameter EventScope. */
export type EventScope = (typeof EVENT_SCOPES)[number];

/**
 * The scope that an event belongs to, as its detail and its status must be addressed. Rows do not name it:
 * only those of the scope `account` name accounts as attackers.
 */
export function eventScope({ attackers }: Pick<SecurityEvent, "attackers">): EventScope {
  return attackers.some((attacker) => attacker.kind === "account") ? "account" : "ip";
}

/** Both scopes may use one EventId, so that the account's events get a key of their own. */
const ACCOUNT_PREFIX = "account:";
export const accountKey = (eventId: string) => `${ACCOUNT_PREFIX}${eventId}`;

/** The scope of a stored event, from the key under which it was read. */
export const scopeOfKey = (upstreamKey: string): EventScope =>
  upstreamKey.startsWith(ACCOUNT_PREFIX) ? "account" : "ip";
