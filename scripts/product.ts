import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNode } from "./command";
import { freePort } from "./free-port";
import { waitUntilReady } from "./readiness";

/** A product that was started for tests. */
type RunningProduct = {
  /** No slash at the end. */
  readonly address: string;
  readonly adminPassword: string;
  /** Holds the secrets that must never leave the server. */
  readonly dataDirectory: string;
  /** From the command to the first answer that says ready, milliseconds; with the build where there was none. */
  readonly startedIn: number;
};

/** What the product is started with instead of nothing at all. */
type ProductStart = {
  /** A prepared data directory; it is not removed at the end. */
  readonly dataDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** One that was found free before, for settings that name the product's address. */
  readonly port?: number;
};

/**
 * Starts the product by the README's command, on a free port with an empty data directory and the simulated
 * clouds (unless `prepared` says otherwise), runs `use`, and stops it.
 * @throws Error when it does not become ready.
 */
export async function withProduct<Result>(
  root: string,
  use: (product: RunningProduct) => Promise<Result>,
  prepared: ProductStart = {},
): Promise<Result> {
  const port = prepared.port ?? (await freePort());
  const address = `http://127.0.0.1:${port}`;
  const adminPassword =
    prepared.environment?.WATCHFLOOR_ADMIN_PASSWORD ?? randomBytes(18).toString("base64url");
  const dataDirectory = prepared.dataDirectory ?? mkdtempSync(join(tmpdir(), "watchfloor-data-"));
  const startedAt = performance.now();
  const child = startNode([join(root, "scripts", "run.mjs"), "start"], {
    cwd: root,
    env: {
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      WATCHFLOOR_DATA_DIR: dataDirectory,
      WATCHFLOOR_ADMIN_PASSWORD: adminPassword,
      LOG_LEVEL: "warn",
      // Whatever the caller's own set-up is, these tests run on a new database and the simulated clouds.
      WATCHFLOOR_CONFIG: "",
      DATABASE_URL: "",
      NEXTAUTH_URL: "",
      NEXTAUTH_SECRET: "",
      ...prepared.environment,
    },
  });
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    await waitUntilReady(address, () => child.exitCode !== null || child.signalCode !== null);
    const startedIn = performance.now() - startedAt;
    return await use({ address, adminPassword, dataDirectory, startedIn });
  } finally {
    child.kill("SIGTERM");
    await exit;
    if (!prepared.dataDirectory) rmSync(dataDirectory, { recursive: true, force: true });
  }
}
