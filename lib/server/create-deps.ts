import { AsyncLocalStorage } from "node:async_hooks";
import { readFile } from "node:fs/promises";
import type { Logger } from "pino";
import { createApiTokens } from "./auth/api-tokens";
import { keptAuthSecret } from "./auth/auth-secret";
import { createSessions } from "./auth/sessions";
import { createSignInLimits } from "./auth/sign-in-limits";
import { type Clock, systemClock } from "./clock";
import { type CloudClientDeps, createCloudClient } from "./clouds/cloud-client";
import { createMemoryLedger } from "./clouds/memory-ledger";
import { createQueuedBudgets } from "./clouds/queued-budgets";
import { systemSleep } from "./clouds/sleep";
import type { ConnectionConfig } from "./config/connection-config";
import { loadConnections } from "./config/load-connections";
import { openDatabase } from "./db/client";
import { createEventNotices } from "./db/event-notices";
import { createWriteWatch } from "./db/write-watch";
import type { ConnectedCloud, Deps } from "./deps";
import { type Env, IN_DEVELOPMENT, readSecret } from "./env";
import type { ExchangeScope } from "./http/exchange-scope";
import { createRequestLimits, type RequestLimits } from "./http/request-limits";
import { createLogger, type LogScope } from "./log";
import { createMetrics, type Metrics } from "./metrics/create-metrics";
import { meteredBudgets, meteredClient } from "./metrics/metered-client";
import { createSharedLedger } from "./sync/shared-ledger";
import { createExportSlots, type ExportLimits } from "./triage/export/export-slots";
import { createLiveDetails } from "./triage/live-details";
import type { StreamTiming } from "./triage/live-stream";
import { createLiveStreams } from "./triage/live-streams";
import { createFreshnessReader } from "./triage/read-freshness";
import { createViewMemory } from "./triage/view-memory";

/** The outer world, where a test brings its own. */
export type DepsOverrides = {
  readonly clock?: Clock;
  readonly log?: Logger;
  /** The one that `log` was made with. */
  readonly logScope?: LogScope;
  /** The one that exchanges enter. */
  readonly exchangeScope?: ExchangeScope;
  /** In place of the file of connections. */
  readonly connections?: readonly ConnectionConfig[];
  /** Keeps the embedded database in memory. */
  readonly inMemory?: boolean;
  readonly databaseTemplate?: Blob;
  readonly statementLimitMs?: number;
  readonly cloudClient?: Partial<Omit<CloudClientDeps, "clock" | "logger">>;
  readonly undoDelayMs?: number;
  readonly exportLimits?: ExportLimits;
  readonly streamTiming?: StreamTiming;
  readonly requestLimits?: RequestLimits;
  readonly checkAnswers?: boolean;
};

const KEY_OF_ITS_OWN =
  "Several servers on one database need the same NEXTAUTH_SECRET; this one uses the key kept in its data directory";
const UNDO_DELAY_MS = 8_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const readConnections = (path: string | undefined) =>
  path === undefined
    ? []
    : loadConnections(path, { readEnvSecret: readSecret, readFile: (file) => readFile(file, "utf8") });

function connect(
  connections: readonly ConnectionConfig[],
  clientDeps: CloudClientDeps,
  metrics: Metrics,
): ReadonlyMap<string, ConnectedCloud> {
  return new Map(
    connections.map((config) => {
      const client = meteredClient(createCloudClient(config, clientDeps), config.id, metrics);
      return [config.id, { config, client }];
    }),
  );
}

const sessionLimits = (env: Env) => ({
  lifetimeMs: env.WATCHFLOOR_SESSION_HOURS * HOUR_MS,
  idleMs: env.WATCHFLOOR_SESSION_IDLE_MINUTES * MINUTE_MS,
  recentMs: env.WATCHFLOOR_RECENT_SIGN_IN_HOURS * HOUR_MS,
});

/**
 * Puts the application together: reads the connections, opens the database. Starts nothing.
 * @throws ConfigError for a connection that cannot be used; SetupError, DatabaseInUseError, ForeignDatabaseError.
 */
export async function createDeps(env: Env, overrides: DepsOverrides = {}): Promise<Deps> {
  const logScope: LogScope = overrides.logScope ?? new AsyncLocalStorage();
  const { clock = systemClock, log = createLogger(env.LOG_LEVEL, undefined, logScope) } = overrides;
  const connections = overrides.connections ?? (await readConnections(env.WATCHFLOOR_CONFIG));
  if (env.DATABASE_URL && !env.NEXTAUTH_SECRET) log.warn(KEY_OF_ITS_OWN);
  const authSecret = env.NEXTAUTH_SECRET ?? (await keptAuthSecret(env.WATCHFLOOR_DATA_DIR));
  const database = await openDatabase({
    url: env.DATABASE_URL?.reveal() ?? null,
    dataDir: overrides.inMemory ? null : env.WATCHFLOOR_DATA_DIR,
    logger: log,
    ...(overrides.databaseTemplate ? { template: overrides.databaseTemplate } : {}),
    ...(overrides.statementLimitMs === undefined ? {} : { statementLimitMs: overrides.statementLimitMs }),
  });
  const notices = createEventNotices(database.listen, log);
  const liveStreams = createLiveStreams(notices, clock, overrides.streamTiming);
  const ledger = database.kind === "postgres" ? createSharedLedger(database.orm, log) : createMemoryLedger();
  const metrics = createMetrics();
  const budgets = meteredBudgets(createQueuedBudgets({ ledger, clock, sleep: systemSleep }), metrics);
  const clouds = connect(connections, { budgets, clock, logger: log, ...overrides.cloudClient }, metrics);
  return {
    env,
    clock,
    log,
    logScope,
    exchangeScope: overrides.exchangeScope ?? new AsyncLocalStorage(),
    database: database.orm,
    writeWatch: createWriteWatch(clock),
    metrics,
    clouds,
    exportSlots: createExportSlots(overrides.exportLimits),
    liveDetails: createLiveDetails(clock),
    readFreshness: createFreshnessReader({ clock, clouds, database: database.orm }),
    viewMemory: createViewMemory(database.orm, clock),
    liveStreams,
    authSecret,
    sessions: createSessions(database.orm, clock, sessionLimits(env)),
    apiTokens: createApiTokens(database.orm, clock),
    signInLimits: createSignInLimits(),
    requestLimits: overrides.requestLimits ?? createRequestLimits(),
    undoDelayMs: overrides.undoDelayMs ?? UNDO_DELAY_MS,
    checkAnswers: overrides.checkAnswers ?? IN_DEVELOPMENT,
    async close() {
      liveStreams.close();
      await notices.close();
      await database.close();
    },
  };
}
