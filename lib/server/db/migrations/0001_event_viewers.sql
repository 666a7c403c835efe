CREATE TABLE "event_viewers" (
	"event_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"tab" text COLLATE "C" NOT NULL,
	"user_name" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_viewers_event_id_user_id_tab_pk" PRIMARY KEY("event_id","user_id","tab")
);
--> statement-breakpoint
CREATE INDEX "event_viewers_by_time" ON "event_viewers" USING btree ("seen_at");