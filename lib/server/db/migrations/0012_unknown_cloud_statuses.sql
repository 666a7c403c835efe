ALTER TABLE "event_details" ADD COLUMN "cloud_word" text;--> statement-breakpoint
ALTER TABLE "status_changes" ADD COLUMN "cloud_word" text;