import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { z } from "zod";
import { ConfigError } from "@/lib/server/config/config-error";
import { addressProblem } from "@/lib/server/config/endpoint";
import { isKeyText } from "@/lib/server/config/key-text";
import { roleMapSchema } from "@/lib/server/config/role-map";
import { Secret } from "@/lib/server/config/secret";
import { proxyRangesSchema } from "@/lib/server/config/trusted-proxies";

/** Shaped like `process.env`. */
export type EnvSource = Readonly<Record<string, string | undefined>>;

const LOOPBACK = "127.0.0.1";
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace"] as const;
const SHORTEST_PASSWORD = 8;
const SHORTEST_SIGNING_SECRET = 8;

function wholeNumber(least: number, most: number, example: string) {
  return z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `must be a whole number from ${least} to ${most}, for example ${example}`,
    })
    .transform(Number);
}

/** @param schemes without the colon. */
function url(schemes: readonly string[], example: string) {
  return z.string().refine(
    (text) => {
      if (!URL.canParse(text)) return false;
      return schemes.includes(new URL(text).protocol.replace(":", ""));
    },
    {
      error: `must be a URL that starts with ${schemes.map((it) => `${it}://`).join(" or ")}, like ${example}`,
    },
  );
}

function secretText(shortest: number, mend: string) {
  return z
    .string()
    .min(shortest, { error: `must have at least ${shortest} characters; ${mend}` })
    .transform((value) => new Secret(value));
}

/** Whether a URL is scheme, host and port only. */
function isBare(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password, pathname, search, hash } = new URL(text);
  return username + password + search + hash === "" && ["", "/"].includes(pathname);
}

/** Without any of these, an identity provider cannot be used. */
const OIDC_NEEDS = [
  "WATCHFLOOR_OIDC_ISSUER",
  "WATCHFLOOR_OIDC_CLIENT_ID",
  "WATCHFLOOR_OIDC_CLIENT_SECRET",
  "WATCHFLOOR_OIDC_ROLE_MAP",
] as const;

const issuer = z.string().superRefine((text, context) => {
  const problem = addressProblem(text);
  if (problem !== null) context.addIssue({ code: "custom", message: problem, input: undefined });
});

/** Every variable that Watchfloor itself reads; `.env.example` explains each. */
const variables = z.object({
  PORT: wholeNumber(1, 65_535, "PORT=3000").default(3000),
  // Shells and container runtimes set HOSTNAME to the machine's name: that is no choice of an address.
  HOSTNAME: z
    .string()
    .default(LOOPBACK)
    .transform((name) => (name === hostname() ? LOOPBACK : name)),
  WATCHFLOOR_DATA_DIR: z.string().default("./data"),
  DATABASE_URL: url(["postgres", "postgresql"], "postgresql://user:password@host:5432/watchfloor")
    .transform((value) => new Secret(value))
    .optional(),
  WATCHFLOOR_CONFIG: z.string().optional(),
  WATCHFLOOR_ADMIN_PASSWORD: secretText(SHORTEST_PASSWORD, "choose a longer one").optional(),
  // It is printed at the start, and whatever follows the port would be ignored without a word.
  NEXTAUTH_URL: url(["http", "https"], "https://watchfloor.example.com")
    .refine(isBare, {
      error:
        "must be scheme, host and port only, like https://watchfloor.example.com; give Watchfloor a host name of its own",
    })
    .optional(),
  NEXTAUTH_SECRET: secretText(
    SHORTEST_SIGNING_SECRET,
    "generate one with: openssl rand -base64 32, or leave it unset to have one generated and kept",
  ).optional(),
  WATCHFLOOR_TRUSTED_PROXIES: proxyRangesSchema.optional(),
  WATCHFLOOR_SESSION_HOURS: wholeNumber(1, 24 * 90, "WATCHFLOOR_SESSION_HOURS=12").default(24 * 7),
  WATCHFLOOR_SESSION_IDLE_MINUTES: wholeNumber(5, 60 * 24 * 7, "WATCHFLOOR_SESSION_IDLE_MINUTES=60").default(
    60 * 24,
  ),
  WATCHFLOOR_RECENT_SIGN_IN_HOURS: wholeNumber(1, 24 * 90, "WATCHFLOOR_RECENT_SIGN_IN_HOURS=1").default(12),
  WATCHFLOOR_LOCAL_SIGN_IN: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  WATCHFLOOR_OIDC_ISSUER: issuer.optional(),
  WATCHFLOOR_OIDC_CLIENT_ID: z.string().optional(),
  WATCHFLOOR_OIDC_CLIENT_SECRET: z
    .string()
    .transform((value) => new Secret(value))
    .optional(),
  WATCHFLOOR_OIDC_ROLE_MAP: roleMapSchema.optional(),
  WATCHFLOOR_OIDC_GROUP_CLAIM: z.string().optional(),
  WATCHFLOOR_OIDC_SCOPE: z.string().optional(),
  WATCHFLOOR_OIDC_NAME: z.string().max(40, { error: "must have at most 40 characters" }).optional(),
  WATCHFLOOR_METRICS_TOKEN: secretText(16, "generate one with: openssl rand -base64 32")
    .refine((token) => isKeyText(token.reveal()), {
      error: "must not hold a space, a line break or another character that no header carries",
    })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(", ")}` }).default("info"),
});

const envSchema = variables.superRefine((env, context) => {
  const missing = OIDC_NEEDS.filter((name) => env[name] === undefined);
  if (env.WATCHFLOOR_LOCAL_SIGN_IN === "off" && missing.length === OIDC_NEEDS.length) {
    const message =
      "must be on where no identity provider is configured (WATCHFLOOR_OIDC_ISSUER): nobody could sign in";
    context.addIssue({ code: "custom", path: ["WATCHFLOOR_LOCAL_SIGN_IN"], message, input: undefined });
  }
  if (missing.length === 0 || missing.length === OIDC_NEEDS.length) return;
  for (const name of missing) {
    const message = "must be set as well to sign in at an identity provider; unset the others to do without";
    context.addIssue({ code: "custom", path: [name], message, input: undefined });
  }
});

export type Env = Readonly<z.output<typeof envSchema>>;

/**
 * Reads and checks the environment. An empty variable counts as unset, as container files write it.
 * @throws ConfigError naming every wrong variable and how to mend it, never a value.
 */
export function readEnv(source: EnvSource = process.env): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(set);
  if (result.success) return Object.freeze(result.data);
  throw new ConfigError(
    "the environment",
    result.error.issues.map((issue) => ({ place: issue.path.join("."), message: issue.message })),
  );
}

/** The variable that an `env:NAME` reference or a cloud's own chain names; undefined when unset or empty. */
export function readSecret(name: string, source: EnvSource = process.env): Secret | undefined {
  const value = source[name];
  return value ? new Secret(value) : undefined;
}

/** Adds the variables of a `.env` file that are not set yet. A missing file is no mistake. */
export function loadEnvFile(path: string): void {
  if (!existsSync(path)) return;
  // Nobody chose the machine's name: it must not win over the address that somebody wrote into the file.
  if (process.env.HOSTNAME === hostname()) delete process.env.HOSTNAME;
  process.loadEnvFile(path);
}

/** The address that people type, for code that runs apart from the process's dependencies; null when unset. */
export function publicAddress(source: EnvSource = process.env): string | null {
  return source.NEXTAUTH_URL || null;
}

/** The environment for a process that we start: this one's, with `overrides` laid over it. */
export function childEnvironment(overrides: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...overrides };
}

/** Hands settled values to code in this process that reads the environment itself (Next.js). */
export function exportEnvironment(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
}

/** Under `next dev`: React needs eval there, and every answer is checked. */
export const IN_DEVELOPMENT = process.env.NODE_ENV === "development";

/** Whether `npm start` (or another npm script) is what runs this process. */
export function runsUnderNpm(source: EnvSource = process.env): boolean {
  return source.npm_lifecycle_event !== undefined;
}
