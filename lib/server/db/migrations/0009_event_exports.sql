CREATE TABLE "event_exports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"format" text COLLATE "C" NOT NULL,
	"filter" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"matching" integer NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"sha256" text COLLATE "C",
	"complete" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "event_exports_by_owner" ON "event_exports" USING btree ("owner_id","started_at");