import { ConfigError } from "./config/config-error";
import { SetupError } from "./config/setup-error";
import { databaseTrouble } from "./db/database-trouble";
import { DatabaseInUseError } from "./db/directory-lock";
import { ForeignDatabaseError } from "./db/migrate";
import { type DescribedError, describeError, errorMessage } from "./describe-error";

/** Mistakes of set-up, told without a stack: whoever starts the server can mend them. */
const SETUP_ERRORS = [ConfigError, DatabaseInUseError, ForeignDatabaseError, SetupError];

/** Why the start failed: what can be mended in a sentence, the rest with its stack. */
export function startProblem(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (SETUP_ERRORS.some((kind) => error instanceof kind)) return error.message;
  const trouble = databaseTrouble(error);
  if (trouble === null) return withStack(describeError(error));
  return `Watchfloor did not start: ${trouble.reason} Check DATABASE_URL, or the database itself. (${errorMessage(error)})`;
}

function withStack({ name, stack = name, cause }: DescribedError): string {
  return cause ? `${stack}\nCaused by: ${withStack(cause)}` : stack;
}
