import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/server/db/database";

const DAY = 86_400;
/** Seconds within which the events of the factory lie. */
const SPAN = 90 * DAY;
const STATUSES = 4;
const SEVERITIES = 5;

/** What the foreign keys check is true by construction here; the triggers that keep counts have to run. */
const CHILDREN = ["event_details", "event_records", "event_texts", "event_attack_counts", "event_attackers"];

/**
 * Adds `times` copies of every event, in a tenth of the time that writing them would take. Each copy has an id, a
 * time, a status and a severity of its own, drawn as the factory draws them; the rest is its original's. A sync reads
 * the newest first, so that neighbours in time lie together on the disk: each round of copies does, too.
 */
export async function multiplyEvents(db: Database, times: number, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const indexes = await tx.execute<{ name: string; definition: string }>(
      sql`SELECT indexname AS name, indexdef AS definition FROM pg_indexes
        WHERE tablename = ANY (${sql.param(`{events,${CHILDREN.join()}}`)}::text[]) AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
    );
    for (const { name } of indexes.rows) await tx.execute(sql`DROP INDEX ${sql.identifier(name)}`);
    for (const table of ["events", ...CHILDREN]) {
      await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} DISABLE TRIGGER ALL`);
      await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} ENABLE TRIGGER USER`);
    }
    await tx.execute(sql`CREATE TEMP TABLE originals ON COMMIT DROP AS SELECT * FROM events`);
    for (let copy = 1; copy <= times; copy += 1) await addCopies(tx, copy, now);
    for (const table of ["events", ...CHILDREN]) {
      await tx.execute(sql`ALTER TABLE ${sql.identifier(table)} ENABLE TRIGGER ALL`);
    }
    for (const { definition } of indexes.rows) await tx.execute(sql.raw(definition));
  });
}

async function addCopies(tx: Database, copy: number, now: Date): Promise<void> {
  await tx.execute(sql`DROP TABLE IF EXISTS copies`);
  await tx.execute(sql`CREATE TEMP TABLE copies ON COMMIT DROP AS
    SELECT *, ${now.toISOString()}::timestamptz - age * interval '1 second' AS seen FROM (
      SELECT id AS old_id, left(translate(encode(sha256((id || ':' || ${copy}::integer)::bytea), 'base64'), '+/', '-_'), 16) AS new_id,
        least(extract(epoch FROM ${now.toISOString()}::timestamptz - last_seen_at) * (0.9 + 0.2 * ${draw("time", copy)}), ${SPAN - 1}) AS age,
        last_seen_at AS old_seen FROM originals) AS drawn`);
  await tx.execute(sql`INSERT INTO events (last_seen_at, attack_count, target_id, version, severity, status,
      status_origin, write_state, source, outcome, id, connection, type, assignee, attacker_ids)
    SELECT seen, attack_count, target_id, version,
      CASE WHEN ${draw("keep", copy)} < 0.85 THEN severity ELSE floor(${draw("severity", copy)} * ${SEVERITIES})::smallint END,
      CASE WHEN ${draw("handled", copy)} < least(0.9, age / ${30 * DAY}) THEN floor(${draw("status", copy)} * ${STATUSES})::smallint ELSE 0::smallint END,
      status_origin, write_state, source, outcome, new_id, connection, type, assignee, attacker_ids
    FROM copies JOIN originals ON id = old_id ORDER BY seen DESC`);
  const suffix = sql`|| ':' || ${copy}::integer`;
  await tx.execute(sql`INSERT INTO event_details (event_id, upstream_id, title, description, first_seen_at,
      blocked_count, attackers, unmapped, cloud_status, cloud_checked_at, synced_at)
    SELECT new_id, upstream_id ${suffix}, title, description, first_seen_at + (seen - old_seen),
      blocked_count, attackers, unmapped, cloud_status, cloud_checked_at, synced_at
    FROM copies JOIN event_details ON event_id = old_id ORDER BY seen DESC`);
  await tx.execute(sql`INSERT INTO event_records (event_id, upstream_key, raw, more_attackers, partial, fingerprint)
    SELECT new_id, upstream_key ${suffix}, raw, more_attackers, partial, fingerprint
    FROM copies JOIN event_records ON event_id = old_id ORDER BY seen DESC`);
  await tx.execute(
    sql`INSERT INTO event_texts (event_id, text) SELECT new_id, text FROM copies JOIN event_texts ON event_id = old_id`,
  );
  await tx.execute(sql`INSERT INTO event_attack_counts (event_id, at, count)
    SELECT new_id, at + (seen - old_seen), count FROM copies JOIN event_attack_counts ON event_id = old_id`);
}

/** From 0 to below 1: always the same for the same event, copy and purpose. */
const draw = (purpose: string, copy: number): SQL =>
  sql`(('x' || left(md5(id || ${`${purpose}${copy}`}), 8))::bit(32)::bigint::float8 / 4294967296)`;
