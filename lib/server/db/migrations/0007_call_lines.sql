-- Outdated within a minute: it may be empty after a crash of the server, and costs no journal.
CREATE UNLOGGED TABLE "call_lines" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"line" jsonb
);
