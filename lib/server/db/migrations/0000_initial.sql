CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"address" text,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "users_role" CHECK ("users"."role" in ('viewer', 'analyst', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text,
	"action" text NOT NULL,
	"subject" text,
	"details" jsonb NOT NULL,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "attackers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attackers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"value" text COLLATE "C" NOT NULL,
	"address" "inet",
	"events" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "attackers_value_unique" UNIQUE("value")
);
--> statement-breakpoint
CREATE TABLE "cloud_operations" (
	"event_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL,
	"operations" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_attack_counts" (
	"event_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "event_attack_counts_event_id_at_pk" PRIMARY KEY("event_id","at")
);
--> statement-breakpoint
CREATE TABLE "event_attackers" (
	"attacker_id" integer NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "event_attackers_attacker_id_event_id_pk" PRIMARY KEY("attacker_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "event_details" (
	"event_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"upstream_id" text,
	"title" text NOT NULL,
	"description" text,
	"first_seen_at" timestamp (3) with time zone,
	"blocked_count" bigint,
	"attackers" jsonb NOT NULL,
	"unmapped" jsonb NOT NULL,
	"synced_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_records" (
	"event_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"upstream_key" text NOT NULL,
	"raw" text NOT NULL,
	"more_attackers" jsonb NOT NULL,
	"partial" boolean NOT NULL,
	"fingerprint" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_texts" (
	"event_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"attack_count" bigint NOT NULL,
	"target_id" integer NOT NULL,
	"version" integer NOT NULL,
	"severity" smallint NOT NULL,
	"status" smallint NOT NULL,
	"status_origin" smallint NOT NULL,
	"write_state" smallint,
	"source" smallint NOT NULL,
	"outcome" smallint NOT NULL,
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"connection" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"assignee" text COLLATE "C",
	"attacker_ids" integer[] NOT NULL,
	"facet_key" text COLLATE "C" GENERATED ALWAYS AS (severity::text || '|' || status::text || '|' || source::text || '|' || outcome::text || '|' || length(coalesce(assignee, ''))::text || '|' || length(connection)::text || '|' || coalesce(assignee, '') || connection || type) STORED NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantined_records" (
	"connection" text COLLATE "C" NOT NULL,
	"source" smallint NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"raw" text NOT NULL,
	"reason" text NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "quarantined_records_connection_source_digest_pk" PRIMARY KEY("connection","source","digest")
);
--> statement-breakpoint
CREATE TABLE "sync_states" (
	"connection" text COLLATE "C" NOT NULL,
	"source" smallint NOT NULL,
	"last_attempt_at" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"fresh_until" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"reason" text,
	"error_code" text,
	"error_request_id" text,
	"covered_from" timestamp (3) with time zone,
	"covered_to" timestamp (3) with time zone,
	"progress" jsonb,
	"gaps" jsonb NOT NULL,
	"bookmark" jsonb NOT NULL,
	CONSTRAINT "sync_states_connection_source_pk" PRIMARY KEY("connection","source")
);
--> statement-breakpoint
CREATE TABLE "target_values" (
	"value" text COLLATE "C" NOT NULL,
	"target_id" integer NOT NULL,
	"address" "inet",
	CONSTRAINT "target_values_value_target_id_pk" PRIMARY KEY("value","target_id")
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "targets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"digest" text COLLATE "C" NOT NULL,
	"target" jsonb NOT NULL,
	"name" text,
	CONSTRAINT "targets_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cloud_operations" ADD CONSTRAINT "cloud_operations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attack_counts" ADD CONSTRAINT "event_attack_counts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD CONSTRAINT "event_attackers_attacker_id_attackers_id_fk" FOREIGN KEY ("attacker_id") REFERENCES "public"."attackers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD CONSTRAINT "event_attackers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_details" ADD CONSTRAINT "event_details_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_records" ADD CONSTRAINT "event_records_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_texts" ADD CONSTRAINT "event_texts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_values" ADD CONSTRAINT "target_values_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree (lower("username"));--> statement-breakpoint
CREATE INDEX "activity_at" ON "activity" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "activity_subject" ON "activity" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "attackers_by_address" ON "attackers" USING gist ("address" inet_ops);--> statement-breakpoint
CREATE INDEX "attackers_by_events" ON "attackers" USING btree ("events");--> statement-breakpoint
CREATE INDEX "event_attackers_by_event" ON "event_attackers" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_texts_trigrams" ON "event_texts" USING gin ("text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("last_seen_at","id");--> statement-breakpoint
CREATE INDEX "events_by_severity" ON "events" USING btree ("severity","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "events_by_attack_count" ON "events" USING btree ("attack_count","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "quarantined_records_by_time" ON "quarantined_records" USING btree ("last_seen_at");--> statement-breakpoint
CREATE INDEX "target_values_by_address" ON "target_values" USING gist ("address" inet_ops);
--> statement-breakpoint
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
