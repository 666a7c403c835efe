/**
 * Settings of every connection, to both databases. Plans are short and queries many: compiling them costs more
 * than it saves. The memory is what grouping a million events takes. Indexes are read from memory or from a disk
 * without moving parts: PostgreSQL's own guess is that of a disk with a head, and makes it read whole tables.
 * The others hold what we rely on, and what a server, a database or a user may have another default for: a time is read as
 * it was written, and whoever waited for a lock sees what its holder has stored.
 */
export const SESSION_SETTINGS = `SET jit = off; SET work_mem = '32MB'; SET random_page_cost = 1.1; SET timezone = 'UTC';
  SET datestyle = 'ISO, YMD'; SET default_transaction_isolation = 'read committed'`;

/**
 * For connections to a server: the migrations name tables of the schema public, whatever schema of its own a user has, and
 * need the extension where an administrator has put it.
 */
export const SEARCH_PATH = `SELECT set_config('search_path', concat_ws(', ', 'public', (
  SELECT quote_ident(nspname) FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace
  WHERE extname = 'pg_trgm' AND nspname <> 'public')), false)`;
