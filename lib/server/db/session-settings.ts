/**
 * Settings of every connection, to both databases. Plans are short and queries many: compiling them costs more
 * than it saves. The memory is what grouping a million events takes. Indexes are read from memory or from a disk
 * without moving parts: PostgreSQL's own guess is that of a disk with a head, and makes it read whole tables.
 */
export const SESSION_SETTINGS =
  "SET jit = off; SET work_mem = '32MB'; SET random_page_cost = 1.1; SET timezone = 'UTC'";
