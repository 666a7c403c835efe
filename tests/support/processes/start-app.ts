import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { childEnvironment } from "@/lib/server/env";
import type { Client } from "../callers";
import type { AppOptions } from "./app-options";

export type AppProcess = {
  readonly pid: number;
  /** Where it serves the API; no slash at the end. */
  readonly address: string;
  /** Asks it over HTTP, as nobody. */
  readonly call: Client;
  /** The administrator's session, good at every process of the installation. */
  readonly cookie: string;
  /** Asks it over HTTP, as the administrator. */
  readonly ask: Client;
  /** What it wrote to its standard output and error so far. */
  output(): string;
  /** Sends a signal; resolves with how the process ended. For SIGKILL, SIGTERM and SIGINT. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: string | null }>;
};

export type AppSetup = AppOptions & {
  /** Where the embedded database and the keys are. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** The file of connections; without it there are none. */
  readonly config?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts the application in a process of its own. @throws Error when it ends before it serves. */
export async function startApp(setup: AppSetup): Promise<AppProcess> {
  const { child, output } = spawnApp(setup);
  const { address, cookie } = await readReady(child, output);
  const call: Client = (path, request = {}) => fetch(`${address}${path}`, request);
  return {
    pid: child.pid ?? 0,
    address,
    call,
    cookie,
    ask: (path, request = {}) => call(path, { ...request, headers: { ...request.headers, cookie } }),
    output: () => output.join(""),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, "exit");
        child.kill(signal);
        await exit;
      }
      return { code: child.exitCode, signal: child.signalCode };
    },
  };
}

function spawnApp({ dataDir, databaseUrl = "", config = "", env = {}, ...options }: AppSetup) {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "tests/support/processes/app-process.ts", JSON.stringify(options)],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: childEnvironment({
        WATCHFLOOR_DATA_DIR: dataDir,
        WATCHFLOOR_CONFIG: config,
        WATCHFLOOR_ADMIN_PASSWORD: "granite-heron-lagoon-41",
        DATABASE_URL: databaseUrl,
        NEXTAUTH_URL: "",
        NEXTAUTH_SECRET: "",
        LOG_LEVEL: "info",
        ...env,
      }),
    },
  );
  const output: string[] = [];
  child.stdout.setEncoding("utf8").on("data", (text: string) => output.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));
  return { child, output };
}

async function readReady(child: ChildProcess, output: readonly string[]) {
  if (!child.stdout) throw new Error("Its standard output is not piped.");
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, address, cookie] = line.split(" ");
    if (word !== "listening" || address === undefined || cookie === undefined) continue;
    // Leaving the loop has paused it, and a full pipe would stop the process.
    child.stdout.resume();
    return { address, cookie };
  }
  throw new Error(`The application ended before it served:\n${output.join("")}`);
}
