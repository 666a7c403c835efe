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
