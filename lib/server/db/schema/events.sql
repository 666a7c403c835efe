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
