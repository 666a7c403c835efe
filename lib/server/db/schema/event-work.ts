import { index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { plainText } from "./columns";

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** What people wrote about an event. It outlives the event, so there is no foreign key. */
export const eventNotes = pgTable(
  "event_notes",
  {
    id: plainText("id").primaryKey(),
    eventId: plainText("event_id").notNull(),
    authorId: plainText("author_id").notNull(),
    authorName: text("author_name").notNull(),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull(),
    editedAt: instant("edited_at"),
  },
  (table) => [index("event_notes_by_event").on(table.eventId, table.createdAt)],
);

/** What a note said before it was edited. */
export const eventNoteVersions = pgTable(
  "event_note_versions",
  {
    noteId: plainText("note_id")
      .notNull()
      .references(() => eventNotes.id, { onDelete: "cascade" }),
    /** When this text was written. */
    at: instant("at").notNull(),
    text: text("text").notNull(),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.at] })],
);

/** Steps of the guidance that somebody has done. */
export const checklistTicks = pgTable(
  "checklist_ticks",
  {
    eventId: plainText("event_id").notNull(),
    /** The step's own text: it stays right when steps are added before it. */
    step: plainText("step").notNull(),
    byId: plainText("by_id").notNull(),
    byName: text("by_name").notNull(),
    at: instant("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.step] })],
);

/** Which people have an event open, tab by tab. A tab that has not been heard of for a while does not count. */
export const eventViewers = pgTable(
  "event_viewers",
  {
    eventId: plainText("event_id").notNull(),
    userId: plainText("user_id").notNull(),
    /** Chosen by the browser, so that closing one of somebody's tabs leaves the others. */
    tab: plainText("tab").notNull(),
    userName: text("user_name").notNull(),
    /** When the tab opened the event. */
    since: instant("since").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.userId, table.tab] }),
    index("event_viewers_by_time").on(table.seenAt),
  ],
);
