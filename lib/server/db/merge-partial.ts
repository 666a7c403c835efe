import type { Attacker } from "@/lib/events/event";
import type { MappedEvent } from "@/lib/events/event-record";

/**
 * What to store when the cloud kept back part of a record that is known already. What the new record says
 * counts; what it leaves open (null, empty, no attacks, fewer attackers) stays as it is known. The three
 * figures of the attack belong together, so they are taken or left together.
 */
export function mergePartial(known: Omit<MappedEvent, "keywords">, incoming: MappedEvent): MappedEvent {
  const figures = incoming.attackCount > 0 ? incoming : known;
  return {
    ...incoming,
    upstreamId: incoming.upstreamId ?? known.upstreamId,
    description: incoming.description ?? known.description,
    firstSeenAt: incoming.firstSeenAt ?? known.firstSeenAt,
    attackCount: figures.attackCount,
    blockedCount: figures.blockedCount,
    outcome: figures.outcome,
    attackers: mergeAttackers(known.attackers, incoming.attackers),
    target: {
      host: incoming.target.host ?? known.target.host,
      path: incoming.target.path ?? known.target.path,
      server: incoming.target.server ?? known.target.server,
      addresses: incoming.target.addresses.length > 0 ? incoming.target.addresses : known.target.addresses,
      resource: incoming.target.resource ?? known.target.resource,
      region: incoming.target.region ?? known.target.region,
    },
    attackCounts: incoming.attackCounts.length > 0 ? incoming.attackCounts : known.attackCounts,
    partial: known.partial,
    raw: known.partial ? incoming.raw : known.raw,
  };
}

function mergeAttackers(known: readonly Attacker[], incoming: readonly Attacker[]): Attacker[] {
  if (incoming.length < known.length) return [...known];
  const before = new Map(known.map((attacker) => [attacker.value, attacker]));
  return incoming.map((attacker) => {
    const { country, region, count, tags } = before.get(attacker.value) ?? attacker;
    return {
      ...attacker,
      country: attacker.country ?? country,
      region: attacker.region ?? region,
      count: attacker.count ?? count,
      tags: attacker.tags.length > 0 ? attacker.tags : tags,
    };
  });
}
