-- Nothing is left unsettled: the changes are wider from here on.
SELECT pg_advisory_xact_lock(7305003);--> statement-breakpoint
SELECT settle_event_counts();--> statement-breakpoint
ALTER TABLE "event_count_changes" ADD COLUMN "target_id" integer NOT NULL;--> statement-breakpoint
CREATE TABLE "event_target_counts" (
	"combination_id" bigint NOT NULL,
	"target_id" integer NOT NULL,
	"events" integer NOT NULL,
	CONSTRAINT "event_target_counts_combination_id_target_id_pk" PRIMARY KEY("combination_id","target_id")
);--> statement-breakpoint
INSERT INTO "event_target_counts" (combination_id, target_id, events)
  SELECT combination_id, target_id, count(*) FROM "events" GROUP BY 1, 2 ORDER BY 1, 2;--> statement-breakpoint
CREATE INDEX "event_target_counts_empty" ON "event_target_counts" ("target_id") WHERE events = 0;--> statement-breakpoint
CREATE OR REPLACE FUNCTION settle_event_counts() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(7305003) THEN
    RETURN;
  END IF;
  WITH taken AS (DELETE FROM event_count_changes RETURNING bucket, combination_id, target_id, events, attacks),
  counted AS (
    SELECT 0 AS level, bucket, combination_id, events, attacks FROM taken
    UNION ALL SELECT 1, floor(bucket / 4.0)::integer, combination_id, events, attacks FROM taken
    UNION ALL SELECT 2, 0, combination_id, events, attacks FROM taken),
  of_targets AS (
    INSERT INTO event_target_counts (combination_id, target_id, events)
      SELECT combination_id, target_id, sum(events) FROM taken
      GROUP BY combination_id, target_id HAVING sum(events) <> 0 ORDER BY combination_id, target_id
    ON CONFLICT (combination_id, target_id) DO UPDATE SET events = event_target_counts.events + excluded.events)
  INSERT INTO event_counts (level, bucket, combination_id, events, attacks)
    SELECT level, bucket, combination_id, sum(events), sum(attacks) FROM counted
    GROUP BY level, bucket, combination_id HAVING sum(events) <> 0 OR sum(attacks) <> 0
    ORDER BY level, bucket, combination_id
  ON CONFLICT (level, bucket, combination_id)
    DO UPDATE SET events = event_counts.events + excluded.events, attacks = event_counts.attacks + excluded.attacks;
  DELETE FROM event_counts WHERE events = 0 AND attacks = 0;
  DELETE FROM event_target_counts WHERE events = 0;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_added_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO facet_combinations (id, severity, status, source, outcome, connection, type, assignee)
    SELECT DISTINCT ON (combination_id) combination_id, severity, status, source, outcome, connection, type, assignee
    FROM added_rows
    WHERE NOT EXISTS (SELECT FROM facet_combinations WHERE facet_combinations.id = added_rows.combination_id)
    ORDER BY combination_id
  ON CONFLICT DO NOTHING;
  INSERT INTO event_count_changes (bucket, combination_id, target_id, events, attacks)
    SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer, combination_id, target_id, count(*), sum(attack_count)
    FROM added_rows GROUP BY 1, 2, 3;
  UPDATE targets SET events = targets.events + counted.events
    FROM (SELECT target_id, count(*)::integer AS events FROM added_rows GROUP BY target_id) AS counted
    WHERE targets.id = counted.target_id;
  INSERT INTO event_attackers (attacker_id, event_id, last_seen_at, attack_count, combination_id, target_id)
    SELECT DISTINCT attacker_id, id, last_seen_at, attack_count, combination_id, target_id
    FROM added_rows, unnest(attacker_ids) AS attacker_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_changed_events() RETURNS trigger LANGUAGE plpgsql AS $$
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
  INSERT INTO event_count_changes (bucket, combination_id, target_id, events, attacks)
    SELECT bucket, combination_id, target_id, sum(events), sum(attacks) FROM (
      SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer AS bucket, combination_id, target_id,
        1 AS events, attack_count AS attacks FROM added_rows
      UNION ALL
      SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer, combination_id, target_id, -1, -attack_count
      FROM removed_rows) AS changes
    GROUP BY bucket, combination_id, target_id HAVING sum(events) <> 0 OR sum(attacks) <> 0;
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
CREATE OR REPLACE FUNCTION keep_removed_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO event_count_changes (bucket, combination_id, target_id, events, attacks)
    SELECT floor(extract(epoch FROM last_seen_at) / 21600)::integer, combination_id, target_id, -count(*), -sum(attack_count)
    FROM removed_rows GROUP BY 1, 2, 3;
  UPDATE targets SET events = targets.events - counted.events
    FROM (SELECT target_id, count(*)::integer AS events FROM removed_rows GROUP BY target_id) AS counted
    WHERE targets.id = counted.target_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION forget_event_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE event_counts, event_target_counts, event_count_changes, facet_combinations;
  RETURN NULL;
END $$;--> statement-breakpoint
ANALYZE event_target_counts;
