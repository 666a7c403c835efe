CREATE TABLE "event_versions" (
	"number" bigint NOT NULL,
	"writer" integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE FUNCTION count_event_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO event_versions (writer, number) VALUES (pg_backend_pid(), 1)
    ON CONFLICT (writer) DO UPDATE SET number = event_versions.number + 1;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER events_versioned AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION count_event_version();
