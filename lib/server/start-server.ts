import { AsyncLocalStorage } from "node:async_hooks";
import { createFirstAccount, FIRST_USERNAME } from "./auth/create-first-account";
import { trustedProxies } from "./config/trusted-proxies";
import { createDeps, type DepsOverrides } from "./create-deps";
import { type Deps, installDeps } from "./deps";
import { exportEnvironment, readEnv } from "./env";
import type { ExchangeScope } from "./http/exchange-scope";
import { guardExchanges } from "./http/guard-exchanges";
import { ignoreClosedOutput } from "./ignore-closed-output";
import { createLogger, type LogScope } from "./log";
import { type RequestTracker, trackRequests } from "./request-tracker";
import { type BackgroundTiming, startBackground } from "./start-background";
import { startProblem } from "./start-problem";

/** How long requests under way may take to end once the server is told to stop. */
const DRAIN_LIMIT_MS = 10_000;
/**
 * How long all of stopping may take: whoever supervises the process kills it some time later (30 s in the systemd unit)
 * without a word. What is cut off then was never acknowledged, and its transaction is rolled back.
 */
const STOP_LIMIT_MS = 25_000;

/** For the person at the terminal, once; a log would keep it. */
function showGeneratedPassword(password: string): void {
  process.stdout.write(
    `\nFirst start: sign in as "${FIRST_USERNAME}" with the password ${password}\nIt is not shown again, and has to be changed at once.\n\n`,
  );
}

function stopOnSignal(
  deps: Deps,
  requests: RequestTracker,
  stopSync: () => Promise<void>,
  limitMs: number,
): void {
  let stopping = false;
  const giveUp = (error: unknown) => {
    deps.log.fatal({ err: error }, "could not stop in order");
    process.exit(1);
  };
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    deps.log.info({ signal }, "stopping");
    setTimeout(() => giveUp(new Error(`Stopping took more than ${limitMs / 1000} s`)), limitMs);
    // They would last for ever otherwise, and the server would wait for them.
    deps.liveStreams.close();
    await Promise.all([requests.drain(DRAIN_LIMIT_MS), stopSync()]);
    await deps.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      stop(signal).catch(giveUp);
    });
  }
}

/** The outer world, where a test of the whole process brings its own. */
type World = DepsOverrides & BackgroundTiming & { readonly stopLimitMs?: number };

async function start(requests: RequestTracker, world: World): Promise<void> {
  const env = readEnv();
  const logScope: LogScope = new AsyncLocalStorage();
  const log = createLogger(env.LOG_LEVEL, undefined, logScope);
  const exchangeScope: ExchangeScope = new AsyncLocalStorage();
  guardExchanges(trustedProxies(env.WATCHFLOOR_TRUSTED_PROXIES ?? []), log, exchangeScope);
  // next-auth then takes the address that the browser used, unless NEXTAUTH_URL names one.
  exportEnvironment({ AUTH_TRUST_HOST: "true" });
  const deps = await createDeps(env, { log, logScope, exchangeScope, ...world });
  const password = await createFirstAccount(deps.database, deps.clock, env.WATCHFLOOR_ADMIN_PASSWORD ?? null);
  installDeps(Promise.resolve(deps));
  const sync = startBackground(deps, world);
  stopOnSignal(deps, requests, () => sync.stop(), world.stopLimitMs ?? STOP_LIMIT_MS);
  if (password !== null) showGeneratedPassword(password);
}

/** Starts everything that the server needs; called once, before the first request is taken. */
export async function startServer(world: World = {}): Promise<void> {
  ignoreClosedOutput();
  const requests = trackRequests();
  try {
    await start(requests, world);
  } catch (error) {
    process.stderr.write(`${startProblem(error)}\n`);
    // Next would go on, and answer every request with the same failure: whoever supervises the process starts it again.
    process.exit(1);
  }
}
