-- The record of who did what is only appended to, whoever asks: the owner and a superuser too. ENABLE ALWAYS
-- makes the triggers fire under session_replication_role = replica as well.
CREATE FUNCTION refuse_activity_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'activity is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER activity_rows_stay BEFORE UPDATE OR DELETE ON activity
  FOR EACH ROW EXECUTE FUNCTION refuse_activity_change();
--> statement-breakpoint
CREATE TRIGGER activity_table_stays BEFORE TRUNCATE ON activity
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_activity_change();
--> statement-breakpoint
ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_rows_stay;
--> statement-breakpoint
ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_table_stays;
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON activity FROM PUBLIC, CURRENT_USER;
--> statement-breakpoint
-- Before the first entry.
INSERT INTO activity_head (id, last_id, hash) VALUES (1, 0, repeat('0', 64));
