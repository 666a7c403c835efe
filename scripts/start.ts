import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { makeDataDirectory } from "../lib/server/data-directory";
import { errorMessage } from "../lib/server/describe-error";
import { exportEnvironment, loadEnvFile, readEnv, runsUnderNpm } from "../lib/server/env";
import { buildIfNeeded } from "./build";
import { waitUntilReady } from "./readiness";
import { startSimulatedClouds } from "./simulated-clouds";
import { checkUsableAddress } from "./usable-address";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const PARENT_CHECK_MS = 200;
/**
 * So long an unused connection stays open: longer than proxies keep theirs (60 s is usual), so that none of them sends
 * a request into a connection that is just being closed. Node's own 5 s do that.
 */
const KEEP_ALIVE_MS = 75_000;

/** The address that a browser on this machine can open. */
function browserAddress(hostname: string, port: number): string {
  const host = hostname === "0.0.0.0" || hostname === "::" ? "localhost" : hostname;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Set-up mistakes are the operator's to mend: they get the message, not a stack. */
function fail(error: unknown): never {
  console.error(errorMessage(error));
  process.exit(1);
}

/**
 * npm passes a signal on to the shell between us, and the shell keeps it to itself: losing our parent is how
 * we learn that `npm start` was stopped.
 */
function stopWithNpm(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_CHECK_MS);
  watch.unref();
}

async function start(): Promise<void> {
  loadEnvFile(join(root, ".env"));
  const env = readEnv();
  if (runsUnderNpm()) stopWithNpm();
  await checkUsableAddress(env.HOSTNAME, env.PORT);
  const dataDirectory = resolve(env.WATCHFLOOR_DATA_DIR);
  await makeDataDirectory(dataDirectory);
  const server = buildIfNeeded(root);
  const config =
    env.WATCHFLOOR_CONFIG ?? (await startSimulatedClouds(root, join(dataDirectory, "simulated-clouds")));
  // The standalone server changes its working directory, so nothing relative may be left.
  exportEnvironment({
    NODE_ENV: "production",
    NEXT_MANUAL_SIG_HANDLE: "true",
    KEEP_ALIVE_TIMEOUT: String(KEEP_ALIVE_MS),
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(env.PORT),
    HOSTNAME: env.HOSTNAME,
    WATCHFLOOR_DATA_DIR: dataDirectory,
    WATCHFLOOR_CONFIG: resolve(config),
  });
  await import(pathToFileURL(server).href);
  const local = browserAddress(env.HOSTNAME, env.PORT);
  await waitUntilReady(local, () => false);
  console.log(`Watchfloor is ready: ${env.NEXTAUTH_URL ?? local}`);
}

start().catch(fail);
