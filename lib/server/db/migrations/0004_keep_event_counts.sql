ALTER TABLE "events" ADD COLUMN "combination_id" bigint GENERATED ALWAYS AS (('x' || left(md5(severity::text || '|' || status::text || '|' || source::text || '|' || outcome::text || '|' || length(coalesce(assignee, ''))::text || '|' || length(connection)::text || '|' || coalesce(assignee, '') || connection || type), 16))::bit(64)::bigint) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "targets" ADD COLUMN "events" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Counting what matches reads an index alone: the columns that are INCLUDEd are all that it needs.
DROP INDEX "events_by_time";--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" ("last_seen_at", "id") INCLUDE ("combination_id", "target_id", "attack_count");--> statement-breakpoint
CREATE INDEX "events_by_combination" ON "events" ("combination_id", "last_seen_at", "id") INCLUDE ("target_id");--> statement-breakpoint
CREATE INDEX "events_by_target" ON "events" ("target_id", "last_seen_at", "id") INCLUDE ("combination_id", "attack_count");--> statement-breakpoint
-- The memberships are filled anew, wider.
DROP INDEX "event_attackers_by_event";--> statement-breakpoint
ALTER TABLE "event_attackers" DROP CONSTRAINT "event_attackers_attacker_id_event_id_pk";--> statement-breakpoint
TRUNCATE "event_attackers";--> statement-breakpoint
ALTER TABLE "event_attackers" ADD COLUMN "last_seen_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD COLUMN "attack_count" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD COLUMN "combination_id" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD COLUMN "target_id" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "event_attackers" DISABLE TRIGGER USER;--> statement-breakpoint
INSERT INTO "event_attackers" (attacker_id, event_id, last_seen_at, attack_count, combination_id, target_id)
  SELECT DISTINCT attacker_id, id, last_seen_at, attack_count, combination_id, target_id
  FROM "events", unnest(attacker_ids) AS attacker_id ORDER BY attacker_id, last_seen_at;--> statement-breakpoint
ALTER TABLE "event_attackers" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD CONSTRAINT "event_attackers_event_id_attacker_id_pk" PRIMARY KEY("event_id","attacker_id");--> statement-breakpoint
CREATE INDEX "event_attackers_by_attacker" ON "event_attackers" ("attacker_id", "last_seen_at", "event_id")
  INCLUDE ("combination_id", "target_id", "attack_count");--> statement-breakpoint
INSERT INTO "facet_combinations" (id, severity, status, source, outcome, connection, type, assignee)
  SELECT DISTINCT ON (combination_id) combination_id, severity, status, source, outcome, connection, type, assignee
  FROM "events" ORDER BY combination_id;--> statement-breakpoint
INSERT INTO "event_count_changes" (bucket, combination_id, events, attacks)
  SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer, combination_id, count(*), sum(attack_count)
  FROM "events" GROUP BY 1, 2;--> statement-breakpoint
UPDATE "targets" SET events = counted.events
  FROM (SELECT target_id, count(*)::integer AS events FROM "events" GROUP BY target_id) AS counted
  WHERE counted.target_id = "targets".id;--> statement-breakpoint
-- Moves what was counted since into event_counts: stretches of 6 hours (level 0), of days (1), and all time (2).
-- One at a time does it; others find nothing to do.
CREATE FUNCTION settle_event_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(7305003) THEN
    RETURN;
  END IF;
  WITH taken AS (DELETE FROM event_count_changes RETURNING bucket, combination_id, events, attacks),
  counted AS (
    SELECT 0 AS level, bucket, combination_id, events, attacks FROM taken
    UNION ALL SELECT 1, floor(bucket / 4.0)::integer, combination_id, events, attacks FROM taken
    UNION ALL SELECT 2, 0, combination_id, events, attacks FROM taken)
  INSERT INTO event_counts (level, bucket, combination_id, events, attacks)
    SELECT level, bucket, combination_id, sum(events), sum(attacks) FROM counted
    GROUP BY level, bucket, combination_id HAVING sum(events) <> 0 OR sum(attacks) <> 0
    ORDER BY level, bucket, combination_id
  ON CONFLICT (level, bucket, combination_id)
    DO UPDATE SET events = event_counts.events + excluded.events, attacks = event_counts.attacks + excluded.attacks;
  DELETE FROM event_counts WHERE events = 0 AND attacks = 0;
END $$;--> statement-breakpoint
CREATE INDEX "event_counts_empty" ON "event_counts" ("level") WHERE events = 0 AND attacks = 0;--> statement-breakpoint
SELECT settle_event_counts();--> statement-breakpoint
-- Keeps what is derived from events: their combinations, their counts, their attackers' and targets' events.
CREATE FUNCTION keep_added_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO facet_combinations (id, severity, status, source, outcome, connection, type, assignee)
    SELECT DISTINCT ON (combination_id) combination_id, severity, status, source, outcome, connection, type, assignee
    FROM added_rows
    WHERE NOT EXISTS (SELECT FROM facet_combinations WHERE facet_combinations.id = added_rows.combination_id)
    ORDER BY combination_id
  ON CONFLICT DO NOTHING;
  INSERT INTO event_count_changes (bucket, combination_id, events, attacks)
    SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer, combination_id, count(*), sum(attack_count)
    FROM added_rows GROUP BY 1, 2;
  UPDATE targets SET events = targets.events + counted.events
    FROM (SELECT target_id, count(*)::integer AS events FROM added_rows GROUP BY target_id) AS counted
    WHERE targets.id = counted.target_id;
  INSERT INTO event_attackers (attacker_id, event_id, last_seen_at, attack_count, combination_id, target_id)
    SELECT DISTINCT attacker_id, id, last_seen_at, attack_count, combination_id, target_id
    FROM added_rows, unnest(attacker_ids) AS attacker_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION keep_changed_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM added_rows AS n JOIN removed_rows AS o USING (id)
    WHERE (n.combination_id, n.last_seen_at, n.attack_count, n.target_id, n.attacker_ids)
      IS DISTINCT FROM (o.combination_id, o.last_seen_at, o.attack_count, o.target_id, o.attacker_ids)) THEN
    RETURN NULL;
  END IF;
  INSERT INTO facet_combinations (id, severity, status, source, outcome, connection, type, assignee)
    SELECT DISTINCT ON (combination_id) combination_id, severity, status, source, outcome, connection, type, assignee
    FROM added_rows
    WHERE NOT EXISTS (SELECT FROM facet_combinations WHERE facet_combinations.id = added_rows.combination_id)
    ORDER BY combination_id
  ON CONFLICT DO NOTHING;
  INSERT INTO event_count_changes (bucket, combination_id, events, attacks)
    SELECT bucket, combination_id, sum(events), sum(attacks) FROM (
      SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer AS bucket, combination_id,
        1 AS events, attack_count AS attacks FROM added_rows
      UNION ALL
      SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer, combination_id, -1, -attack_count
      FROM removed_rows) AS changes
    GROUP BY bucket, combination_id HAVING sum(events) <> 0 OR sum(attacks) <> 0;
  UPDATE targets SET events = targets.events + counted.events
    FROM (
      SELECT target_id, sum(step)::integer AS events FROM (
        SELECT target_id, 1 AS step FROM added_rows
        UNION ALL SELECT target_id, -1 FROM removed_rows) AS steps
      GROUP BY target_id HAVING sum(step) <> 0) AS counted
    WHERE targets.id = counted.target_id;
  DELETE FROM event_attackers USING added_rows AS n JOIN removed_rows AS o USING (id)
    WHERE n.attacker_ids <> o.attacker_ids AND event_attackers.event_id = n.id
      AND event_attackers.attacker_id <> ALL (n.attacker_ids);
  UPDATE event_attackers
    SET last_seen_at = n.last_seen_at, attack_count = n.attack_count,
      combination_id = n.combination_id, target_id = n.target_id
    FROM added_rows AS n JOIN removed_rows AS o USING (id)
    WHERE event_attackers.event_id = n.id
      AND (n.combination_id, n.last_seen_at, n.attack_count, n.target_id)
        IS DISTINCT FROM (o.combination_id, o.last_seen_at, o.attack_count, o.target_id);
  INSERT INTO event_attackers (attacker_id, event_id, last_seen_at, attack_count, combination_id, target_id)
    SELECT DISTINCT attacker_id, n.id, n.last_seen_at, n.attack_count, n.combination_id, n.target_id
    FROM added_rows AS n JOIN removed_rows AS o USING (id), unnest(n.attacker_ids) AS attacker_id
    WHERE n.attacker_ids <> o.attacker_ids AND attacker_id <> ALL (o.attacker_ids);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION keep_removed_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO event_count_changes (bucket, combination_id, events, attacks)
    SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer, combination_id, -count(*), -sum(attack_count)
    FROM removed_rows GROUP BY 1, 2;
  UPDATE targets SET events = targets.events - counted.events
    FROM (SELECT target_id, count(*)::integer AS events FROM removed_rows GROUP BY target_id) AS counted
    WHERE targets.id = counted.target_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION forget_event_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE event_counts, event_count_changes, facet_combinations;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER events_kept_added AFTER INSERT ON events
  REFERENCING NEW TABLE AS added_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_added_events();--> statement-breakpoint
CREATE TRIGGER events_kept_changed AFTER UPDATE ON events
  REFERENCING NEW TABLE AS added_rows OLD TABLE AS removed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION keep_changed_events();--> statement-breakpoint
CREATE TRIGGER events_kept_removed AFTER DELETE ON events
  REFERENCING OLD TABLE AS removed_rows FOR EACH STATEMENT EXECUTE FUNCTION keep_removed_events();--> statement-breakpoint
CREATE TRIGGER events_kept_truncated AFTER TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION forget_event_counts();--> statement-breakpoint
ANALYZE events, event_attackers, event_counts, facet_combinations, targets;
