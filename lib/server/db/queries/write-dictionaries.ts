import { inArray, sql } from "drizzle-orm";
import type { Attacker, Target } from "@/lib/events/event";
import { storableText } from "@/lib/format/storable-text";
import { bulkWrite, textList } from "../bulk-write";
import type { Database } from "../database";
import { digest } from "../event-id";
import { addressText, networkAddress } from "../network-address";
import { attackers } from "../schema/attackers";
import { targets, targetValues } from "../schema/targets";
import { indexedText, storableJson } from "../storable-text";

/**
 * The ids of attackers, by indexed value; unknown ones are added. Only under the write lock: that is why
 * looking first and inserting afterwards is safe. (Inserting with ON CONFLICT instead would use up an id per
 * known attacker and sync, and all there are within months.)
 */
export async function attackerIds(
  db: Database,
  values: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const distinct = [...new Set(values)];
  const selected = { id: attackers.id, value: attackers.value };
  const known = await db
    .select(selected)
    .from(attackers)
    .where(inArray(attackers.value, textList(distinct)));
  const ids = new Map(known.map(({ id, value }) => [value, id]));
  const missing = distinct.filter((value) => !ids.has(value));
  if (missing.length === 0) return ids;
  const rows = missing.map((value) => ({ value, address: networkAddress(value) }));
  const added = await db.execute<{ id: number; value: string }>(
    sql`INSERT INTO ${attackers} (value, address)
      SELECT value, address FROM json_to_recordset(${storableJson(rows)}::json) AS r(value text, address inet)
      RETURNING id, value`,
  );
  for (const { id, value } of added.rows) ids.set(value, id);
  return ids;
}

/**
 * The values under which an attacker list is found: distinct, without blanks. The filter finds an address in every
 * spelling, so that it must be counted as one attacker.
 */
export function attackerValues(list: readonly Attacker[]): string[] {
  const values = list.map(({ value }) => addressText(indexedText(value)));
  return [...new Set(values.filter((value) => value !== ""))];
}

/** What stands for a target in the facet. */
export function targetName(target: Target): string | null {
  return target.host ?? target.server ?? target.addresses[0] ?? target.resource;
}

/** The lower-cased values under which a target is found. */
export function targetSearchValues(target: Target): string[] {
  const { host, path, server, addresses, resource } = target;
  const values = [host, path, server, ...addresses, resource].filter((value) => value !== null);
  return [...new Set(values.map((value) => indexedText(addressText(value).toLowerCase())))].filter(
    (value) => value !== "",
  );
}

/** The target's key in the dictionary. */
export function targetDigest({ host, path, server, addresses, resource, region }: Target): string {
  return digest(storableJson([host, path, server, addresses, resource, region]));
}

/** The ids of targets, by digest; unknown ones are added. Only under the write lock, as above. */
export async function targetIds(db: Database, list: readonly Target[]): Promise<ReadonlyMap<string, number>> {
  const byDigest = new Map(list.map((target) => [targetDigest(target), target]));
  const selected = { id: targets.id, digest: targets.digest };
  const known = await db
    .select(selected)
    .from(targets)
    .where(inArray(targets.digest, textList([...byDigest.keys()])));
  const ids = new Map(known.map(({ id, digest }) => [digest, id]));
  const missing = [...byDigest].filter(([key]) => !ids.has(key));
  if (missing.length === 0) return ids;
  const rows = missing.map(([key, target]) => ({ digest: key, target, name: nameOrNull(target) }));
  const added = await db.execute<{ id: number; digest: string }>(
    sql`INSERT INTO ${targets} (digest, target, name)
      SELECT digest, target, name FROM json_to_recordset(${storableJson(rows)}::json) AS r(digest text, target jsonb, name text)
      RETURNING id, digest`,
  );
  for (const { id, digest: key } of added.rows) ids.set(key, id);
  await bulkWrite(
    db,
    targetValues,
    added.rows.flatMap(({ id, digest: key }) => {
      const target = byDigest.get(key);
      const values = target ? targetSearchValues(target) : [];
      return values.map((value) => ({ value, targetId: id, address: networkAddress(value) }));
    }),
    [targetValues.value, targetValues.targetId],
  );
  return ids;
}

const nameOrNull = (target: Target) => {
  const name = targetName(target);
  return name === null ? null : storableText(addressText(name));
};
