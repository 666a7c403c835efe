/**
 * Settings of every connection, to both databases. Plans are short and queries many: compiling them costs more
 * than it saves. The memory is what grouping a million events takes.
 */
export const SESSION_SETTINGS = "SET jit = off; SET work_mem = '32MB'; SET timezone = 'UTC'";
