-- Every process hears of what people do on an event beside its status: notes, ticks, and who has it open. The text
-- holds the number of events and the first of their ids. A tab that only says again that it is there is no news.
CREATE FUNCTION notify_event_work() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  number integer;
  ids text;
BEGIN
  SELECT count(DISTINCT event_id)::integer INTO number FROM changed_rows;
  IF number = 0 THEN
    RETURN NULL;
  END IF;
  SELECT string_agg(event_id, ',') INTO ids
  FROM (SELECT DISTINCT event_id FROM changed_rows LIMIT 100) AS first_rows;
  PERFORM pg_notify('watchfloor_events', 'work:' || number || ':' || ids);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_notes_added AFTER INSERT ON event_notes
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_event_work();
--> statement-breakpoint
CREATE TRIGGER event_notes_changed AFTER UPDATE ON event_notes
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_event_work();
--> statement-breakpoint
CREATE TRIGGER checklist_ticks_added AFTER INSERT ON checklist_ticks
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_event_work();
--> statement-breakpoint
CREATE TRIGGER checklist_ticks_removed AFTER DELETE ON checklist_ticks
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_event_work();
--> statement-breakpoint
CREATE TRIGGER event_viewers_came AFTER INSERT ON event_viewers
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_event_work();
--> statement-breakpoint
CREATE TRIGGER event_viewers_left AFTER DELETE ON event_viewers
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_event_work();
