CREATE TABLE "event_count_changes" (
	"attacks" bigint NOT NULL,
	"combination_id" bigint NOT NULL,
	"bucket" integer NOT NULL,
	"events" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_counts" (
	"attacks" bigint NOT NULL,
	"combination_id" bigint NOT NULL,
	"bucket" integer NOT NULL,
	"events" integer NOT NULL,
	"level" smallint NOT NULL,
	CONSTRAINT "event_counts_level_bucket_combination_id_pk" PRIMARY KEY("level","bucket","combination_id")
);
--> statement-breakpoint
CREATE TABLE "facet_combinations" (
	"id" bigint PRIMARY KEY NOT NULL,
	"severity" smallint NOT NULL,
	"status" smallint NOT NULL,
	"source" smallint NOT NULL,
	"outcome" smallint NOT NULL,
	"connection" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"assignee" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "events" DROP COLUMN "facet_key";