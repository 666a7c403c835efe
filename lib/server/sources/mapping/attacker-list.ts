import type { Attacker } from "@/lib/events/event";

/** What one field of a record says about one attacker. */
type AttackerFacts = Pick<Attacker, "kind" | "value"> & Partial<Omit<Attacker, "kind" | "value">>;

/** `-` stands for "unknown" in the vendors' place fields. */
const known = (place: string | null | undefined) => (place && place !== "-" ? place : null);

/**
 * Gathers attackers from several fields of one record: the same value named twice is one attacker. The
 * field added first wins; later ones fill in what it left open. Counts are never added up, since the fields
 * repeat each other.
 */
export class AttackerList {
  readonly #attackers = new Map<string, Attacker>();

  add({ kind, value, country, region, count, tags }: AttackerFacts): void {
    const key = value.toLowerCase();
    const before = this.#attackers.get(key);
    this.#attackers.set(key, {
      kind: before?.kind ?? kind,
      value: before?.value ?? value,
      country: before?.country ?? known(country),
      region: before?.region ?? known(region),
      count: before?.count ?? count ?? null,
      tags: [...new Set([...(before?.tags ?? []), ...(tags ?? [])])],
    });
  }

  /** In the order of their first mention. */
  toArray(): Attacker[] {
    return [...this.#attackers.values()];
  }
}
