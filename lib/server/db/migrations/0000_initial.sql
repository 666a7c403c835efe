CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"last_recorded_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_tokens_hash_unique" UNIQUE("hash"),
	CONSTRAINT "api_tokens_role" CHECK ("api_tokens"."role" in ('viewer', 'analyst', 'admin'))
);
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
	"issuer" text,
	"subject" text,
	"role" text NOT NULL,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_sign_in_at" timestamp (3) with time zone,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "users_issuer_subject" UNIQUE("issuer","subject"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('viewer', 'analyst', 'admin')),
	CONSTRAINT "users_origin" CHECK (("users"."issuer" is null) = ("users"."subject" is null)),
	CONSTRAINT "users_password" CHECK ("users"."issuer" is null or "users"."password_hash" is null)
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text,
	"action" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C",
	"source" text COLLATE "C",
	"from_value" text,
	"to_value" text,
	"details" jsonb NOT NULL,
	"address" text,
	"previous_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_head" (
	"id" smallint PRIMARY KEY NOT NULL,
	"last_id" bigint NOT NULL,
	"hash" text COLLATE "C" NOT NULL
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
	"cloud_status" smallint,
	"cloud_checked_at" timestamp (3) with time zone,
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
CREATE TABLE "checklist_ticks" (
	"event_id" text COLLATE "C" NOT NULL,
	"step" text COLLATE "C" NOT NULL,
	"by_id" text COLLATE "C" NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "checklist_ticks_event_id_step_pk" PRIMARY KEY("event_id","step")
);
--> statement-breakpoint
CREATE TABLE "event_note_versions" (
	"note_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "event_note_versions_note_id_at_pk" PRIMARY KEY("note_id","at")
);
--> statement-breakpoint
CREATE TABLE "event_notes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"author_id" text COLLATE "C" NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone
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
	"added_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
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
CREATE TABLE "job_chunks" (
	"job_id" text COLLATE "C" NOT NULL,
	"start" integer NOT NULL,
	"items" json NOT NULL,
	CONSTRAINT "job_chunks_job_id_start_pk" PRIMARY KEY("job_id","start")
);
--> statement-breakpoint
CREATE TABLE "job_items" (
	"job_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"outcome" text NOT NULL,
	"message" text,
	CONSTRAINT "job_items_job_id_position_pk" PRIMARY KEY("job_id","position")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"change_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"total" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"problem" text
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
CREATE TABLE "default_views" (
	"user_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"view_id" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "selection_events" (
	"selection_id" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "selection_events_selection_id_event_id_pk" PRIMARY KEY("selection_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "selections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"updated_by" text NOT NULL,
	CONSTRAINT "settings_single" CHECK ("settings"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"actor_name" text NOT NULL,
	"status" smallint,
	"note" text,
	"reason" text COLLATE "C",
	"origin" text NOT NULL,
	"address" text,
	"undoes" text COLLATE "C",
	"idempotency_key" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "status_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"from_status" smallint NOT NULL,
	"to_status" smallint NOT NULL,
	"from_origin" smallint NOT NULL,
	"change_id" text COLLATE "C",
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text,
	"note" text,
	"reason" text COLLATE "C",
	"origin" text NOT NULL,
	"write_state" smallint,
	"message" text,
	"due_at" timestamp (3) with time zone,
	"expected_status" smallint,
	"cloud_note" text,
	"sent_at" timestamp (3) with time zone,
	"acknowledged" boolean DEFAULT false NOT NULL,
	"sends" integer DEFAULT 0 NOT NULL,
	"looks" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL
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
CREATE TABLE "user_preferences" (
	"user_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"preferences" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cloud_operations" ADD CONSTRAINT "cloud_operations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attack_counts" ADD CONSTRAINT "event_attack_counts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD CONSTRAINT "event_attackers_attacker_id_attackers_id_fk" FOREIGN KEY ("attacker_id") REFERENCES "public"."attackers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_attackers" ADD CONSTRAINT "event_attackers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_details" ADD CONSTRAINT "event_details_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_records" ADD CONSTRAINT "event_records_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_note_versions" ADD CONSTRAINT "event_note_versions_note_id_event_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."event_notes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_texts" ADD CONSTRAINT "event_texts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_chunks" ADD CONSTRAINT "job_chunks_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_items" ADD CONSTRAINT "job_items_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_change_id_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "default_views" ADD CONSTRAINT "default_views_view_id_saved_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_views"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selection_events" ADD CONSTRAINT "selection_events_selection_id_selections_id_fk" FOREIGN KEY ("selection_id") REFERENCES "public"."selections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "selections" ADD CONSTRAINT "selections_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_values" ADD CONSTRAINT "target_values_target_id_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_user" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree (lower("username"));--> statement-breakpoint
CREATE INDEX "activity_action" ON "activity" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "activity_at" ON "activity" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "activity_subject" ON "activity" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "attackers_by_address" ON "attackers" USING gist ("address" inet_ops);--> statement-breakpoint
CREATE INDEX "attackers_by_events" ON "attackers" USING btree ("events");--> statement-breakpoint
CREATE INDEX "event_attackers_by_event" ON "event_attackers" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "event_notes_by_event" ON "event_notes" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "event_texts_trigrams" ON "event_texts" USING gin ("text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "events_by_time" ON "events" USING btree ("last_seen_at","id");--> statement-breakpoint
CREATE INDEX "events_by_severity" ON "events" USING btree ("severity","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "events_by_arrival" ON "events" USING btree ("added_in");--> statement-breakpoint
CREATE INDEX "events_by_attack_count" ON "events" USING btree ("attack_count","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "jobs_by_time" ON "jobs" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "quarantined_records_by_time" ON "quarantined_records" USING btree ("last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("owner_id","name");--> statement-breakpoint
CREATE INDEX "saved_views_shared" ON "saved_views" USING btree ("shared");--> statement-breakpoint
CREATE INDEX "selections_by_expiry" ON "selections" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "changes_idempotency" ON "changes" USING btree ("actor_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "changes_undoes" ON "changes" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "status_changes_by_event" ON "status_changes" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "status_changes_by_change" ON "status_changes" USING btree ("change_id","event_id");--> statement-breakpoint
CREATE INDEX "status_changes_due" ON "status_changes" USING btree ("due_at") WHERE "status_changes"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "target_values_by_address" ON "target_values" USING gist ("address" inet_ops);
--> statement-breakpoint
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
