/** What can be wrong with a database that is otherwise right. */
export type DatabaseTrouble = {
  readonly kind: "disk-full" | "read-only" | "too-slow" | "unreachable";
  /** For people: what is wrong, and what to do. */
  readonly reason: string;
};

type Known = DatabaseTrouble & { readonly code: RegExp; readonly words: RegExp | null };

/** PostgreSQL's code for whatever the state of something forbids: only these words make it the whole database. */
const WRONG_STATE = "55000";
const CLOSED = /is not currently accepting connections$/;
const UNREACHABLE = "The database cannot be reached. Try again in a moment.";

const TROUBLES: readonly Known[] = [
  {
    kind: "disk-full",
    // PostgreSQL's code for a disk without room, and the operating system's.
    code: /^(53100|ENOSPC)$/,
    words: null,
    reason:
      "The database has no room left on its disk, so that nothing can be stored. Whoever runs it has to make room.",
  },
  {
    kind: "read-only",
    // A server that another one has taken over from, or that is a copy of another one.
    code: /^25006$/,
    words: null,
    reason:
      "The database takes no changes at present, so that nothing can be stored. Try again in a moment; if it stays, whoever runs it has to look.",
  },
  {
    kind: "too-slow",
    // A statement that took longer than is allowed, or waited too long for a lock.
    code: /^(57014|55P03)$/,
    words: null,
    reason:
      "The database took too long. Try again in a moment, or ask for less: a shorter time, fewer filters.",
  },
  {
    kind: "unreachable",
    // Node's codes for a lost connection, and PostgreSQL's for a server that shuts down, takes no more, or does not let
    // us in any more: a password that was changed, a database that was renamed.
    code: /^(ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|E(HOST|NET)UNREACH|57P0[1-3]|53300|08\d{3}|28000|28P01|3D000)$/,
    // What the pool, the driver and the embedded database say without a code.
    words:
      /timeout exceeded when trying to connect|Connection terminated|not queryable|after calling end on the pool|^PGlite is clos/,
    reason: UNREACHABLE,
  },
];

/** What is wrong with the database; null when the error is about something else. Drivers wrap: see the causes. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === WRONG_STATE && CLOSED.test(error.message)) return { kind: "unreachable", reason: UNREACHABLE };
  const known = TROUBLES.find((one) => one.code.test(code) || one.words?.test(error.message));
  return known ?? databaseTrouble(error.cause);
}
