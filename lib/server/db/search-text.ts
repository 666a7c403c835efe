import type { MappedEvent } from "@/lib/events/event-record";
import { splitFreeText } from "@/lib/events/free-text";
import { storableText } from "@/lib/format/storable-text";

/** Longer ones hold samples of requests, which would make every search slow. */
const MAX_DESCRIPTION = 2_000;
const MAX_ATTACKERS = 100;
/** The beginning of a payload tells it from others. */
const MAX_KEYWORD = 500;

/**
 * What free text finds an event by: title, type, description, target, attackers and keywords (the rule, the
 * payload), lower-cased here and not in the database, whose idea of case depends on its locale. One part per line, so that no word spans two.
 */
export function searchText(
  event: Pick<MappedEvent, "title" | "type" | "description" | "target" | "attackers" | "keywords">,
): string {
  const { host, path, server, addresses, resource, region } = event.target;
  const parts = [
    event.title,
    event.type,
    event.description?.slice(0, MAX_DESCRIPTION),
    host,
    path,
    server,
    ...addresses,
    resource,
    region,
    ...event.attackers.slice(0, MAX_ATTACKERS).map(({ value }) => value),
    ...event.keywords.map((keyword) => keyword.slice(0, MAX_KEYWORD)),
  ];
  return storableText(parts.filter((part) => part !== null && part !== undefined).join("\n")).toLowerCase();
}

/** The words and phrases of a search, all of which must be found; lower-cased as in {@link searchText}. */
export function searchWords(q: string): string[] {
  return splitFreeText(storableText(q)).map((word) => word.toLowerCase());
}
