-- The attackers of matching events are counted from an index alone: by the fields of few values, with or without a
-- range, and by a range alone.
CREATE INDEX "event_attackers_by_combination" ON "event_attackers" ("combination_id", "last_seen_at") INCLUDE ("attacker_id");--> statement-breakpoint
CREATE INDEX "event_attackers_by_time" ON "event_attackers" ("last_seen_at") INCLUDE ("attacker_id", "combination_id");
