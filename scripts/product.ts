import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNode } from "./command";

/** A cold start installs nothing here, but it may have to build on a slow machine. */
const START_LIMIT_MS = 600_000;
const POLL_MS = 250;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(address)));
    });
  });
}

/** Ready means that the health route says so; anything else is "not yet". */
async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/api/health`)).ok;
  } catch {
    return false;
  }
}

async function waitUntilReady(address: string, exited: () => boolean): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isReady(address))) {
    if (exited()) throw new Error("The product ended before it was ready; see its messages above.");
    if (Date.now() > deadline)
      throw new Error(`The product was not ready within ${START_LIMIT_MS / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Starts the product by the README's command, on a free port with an empty data directory and the simulated
 * clouds, runs `use`, and stops it.
 * @throws Error when it does not become ready.
 */
export async function withProduct<Result>(
  root: string,
  use: (address: string, adminPassword: string) => Promise<Result>,
): Promise<Result> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const adminPassword = randomBytes(18).toString("base64url");
  const dataDirectory = mkdtempSync(join(tmpdir(), "watchfloor-data-"));
  const child = startNode([join(root, "scripts", "run.mjs"), "start"], {
    cwd: root,
    env: {
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      WATCHFLOOR_DATA_DIR: dataDirectory,
      WATCHFLOOR_ADMIN_PASSWORD: adminPassword,
      LOG_LEVEL: "warn",
    },
  });
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    await waitUntilReady(address, () => child.exitCode !== null || child.signalCode !== null);
    return await use(address, adminPassword);
  } finally {
    child.kill("SIGTERM");
    await exit;
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}
