import { jsonb, pgTable } from "drizzle-orm/pg-core";
import { plainText } from "./columns";

/**
 * The calls that all processes have made lately, per budget of a cloud. Not logged (migrations): it may be empty
 * after a crash of the server, for it is outdated within a minute anyway.
 */
export const callLines = pgTable("call_lines", {
  key: plainText("key").primaryKey(),
  /** Read through the schema of clouds/call-line: another version may have written it. */
  line: jsonb("line").$type<unknown>(),
});
