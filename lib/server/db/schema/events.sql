-- Attackers carry the number of their events, so that the most frequent ones are known without counting.
-- Statement triggers with transition tables: one update per statement, however many rows it has.
CREATE FUNCTION count_attacker_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  UPDATE attackers SET events = attackers.events + step * changed.number
  FROM (SELECT attacker_id, count(*)::integer AS number FROM changed_rows GROUP BY attacker_id) AS changed
  WHERE attackers.id = changed.attacker_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_attackers_added AFTER INSERT ON event_attackers
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION count_attacker_events();
--> statement-breakpoint
CREATE TRIGGER event_attackers_removed AFTER DELETE ON event_attackers
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION count_attacker_events();
--> statement-breakpoint
-- Every process hears of changed events when they are committed, whoever changed them. The text holds the
-- number of new events, the number of changed ones, and the first ids of these: a notice must be short.
CREATE FUNCTION notify_changed_events() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number integer;
  ids text := '';
BEGIN
  SELECT count(*)::integer INTO number FROM changed_rows;
  IF number = 0 THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT string_agg(id, ',') INTO ids FROM (SELECT id FROM changed_rows LIMIT 100) AS first_rows;
  END IF;
  PERFORM pg_notify('watchfloor_events', lower(TG_OP) || ':' || number || ':' || ids);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_added AFTER INSERT ON events
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_changed_events();
--> statement-breakpoint
CREATE TRIGGER events_changed AFTER UPDATE ON events
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_changed_events();
