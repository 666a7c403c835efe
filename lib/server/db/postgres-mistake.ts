import { SetupError } from "@/lib/server/config/setup-error";
import { describeError } from "@/lib/server/describe-error";

type Mistake = { readonly code: RegExp | null; readonly words: RegExp | null; readonly mend: string };

/** The server's and the driver's own words may hold the user's name and are not repeated. */
const MISTAKES: readonly Mistake[] = [
  {
    code: /^28P01$/,
    words: null,
    mend: "the server refuses the user or the password. Correct them there; in a password %, @, : and / are written %25, %40, %3A and %2F.",
  },
  {
    code: /^28000$/,
    words: null,
    mend: "the server does not let this user in from here. Check that the user exists and may log in, and the server's pg_hba.conf; where that asks for encryption, add sslmode=verify-full.",
  },
  {
    code: /^3D000$/,
    words: null,
    mend: "the server has no database of that name. Create it there, or correct the name after the last slash.",
  },
  {
    code: /^42501$/,
    words: null,
    mend: "the user may not make what Watchfloor needs in that database. Make that user the owner of the database.",
  },
  {
    code: /^0A000$/,
    words: null,
    mend: "the server cannot make the extension pg_trgm. Install PostgreSQL's contrib modules there (often a package of their own), or allow the extension where the provider keeps a list.",
  },
  {
    code: /^42704$/,
    words: null,
    mend: "the user may not use the schema in which the extension pg_trgm is. Let it: GRANT USAGE ON SCHEMA ... TO the user.",
  },
  {
    code: null,
    words: /^The server does not support SSL connections$/,
    mend: "the server has no TLS, which sslmode asks for. Turn it on there (ssl = on), or leave sslmode out where nobody else can listen.",
  },
  {
    code: /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+|CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID)$/,
    words: null,
    mend: "the server's certificate cannot be trusted. It has to be valid for the host named there, and signed by a known authority or by the one whose file sslrootcert names.",
  },
  {
    code: null,
    words: /^URI malformed$/,
    mend: "a % of the user's name or password does not stand for a character. Write it as %25.",
  },
];

const FILES = ["sslrootcert", "sslcert", "sslkey"];

/**
 * Why a server could not be opened, as a mistake of set-up where it is one; else the error as it is.
 * @param url `DATABASE_URL`
 */
export function postgresMistake(error: unknown, url: string): unknown {
  const { code, message = "" } = describeError(error);
  const known = MISTAKES.find((one) => one.code?.test(String(code)) || one.words?.test(message));
  const mend = known?.mend ?? unreadableFile(error, url);
  return mend === null ? error : new SetupError(`DATABASE_URL: ${mend}`, { cause: error });
}

/** The driver reads the files of the certificates itself. */
function unreadableFile(error: unknown, url: string): string | null {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return null;
  if (error.syscall !== "open" && error.syscall !== "read") return null;
  const { searchParams } = new URL(url);
  const named = FILES.filter((name) => searchParams.has(name));
  // The error of a directory does not say which it was.
  const name = named.find((file) => "path" in error && searchParams.get(file) === error.path) ?? named[0];
  if (name === undefined) return null;
  return `the file of ${name}, ${searchParams.get(name)}, cannot be read (${error.code}). Correct its path, or let the server's user read it.`;
}
