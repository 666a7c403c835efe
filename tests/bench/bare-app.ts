import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode, startNode } from "@/scripts/command";
import { freePort } from "@/scripts/free-port";

const source = fileURLToPath(new URL("bare-app", import.meta.url));
const packages = fileURLToPath(new URL("../../node_modules", import.meta.url));
const next = join(packages, "next", "dist", "bin", "next");
const environment = { NEXT_TELEMETRY_DISABLED: "1" };

/** Longest time that the bare app may take to start, and the pause between two looks, milliseconds. */
const START_LIMIT = 60_000;
const LOOK_PAUSE = 100;

export type BareApp = {
  /** No slash at the end. `/` is the bare page. */
  readonly address: string;
  /** What the bare handler answers from now on. @returns its address. */
  answerWith(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
};

/**
 * Builds the bare app (one page of 50 rows, one handler of fixed bytes; the same Next.js as ours), runs `use` on
 * it, and stops it.
 * @throws Error when it cannot be built or does not start.
 */
export async function withBareApp<Result>(use: (app: BareApp) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "watchfloor-bare-"));
  try {
    await cp(source, folder, { recursive: true });
    await symlink(packages, join(folder, "node_modules"));
    if ((await runNode([next, "build", folder], { cwd: folder, env: environment })) !== 0) {
      throw new Error("The bare app could not be built; see the message above.");
    }
    return await whileStarted(folder, use);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function whileStarted<Result>(folder: string, use: (app: BareApp) => Promise<Result>): Promise<Result> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const args = [next, "start", folder, "--hostname", "127.0.0.1", "--port", String(port)];
  const child = startNode(args, { cwd: folder, env: environment });
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    await answering(address, () => child.exitCode !== null);
    return await use({ address, answerWith: (bytes) => put(`${address}/api/bytes`, bytes) });
  } finally {
    child.kill("SIGTERM");
    await exit;
  }
}

async function put(address: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const response = await fetch(address, { method: "PUT", body: bytes });
  if (!response.ok) throw new Error(`The bare handler did not take its bytes: HTTP ${response.status}.`);
  return address;
}

async function answering(address: string, ended: () => boolean): Promise<void> {
  for (const deadline = Date.now() + START_LIMIT; Date.now() < deadline; ) {
    if (ended()) break;
    if (await fetch(address).then(isOk, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_PAUSE));
  }
  throw new Error("The bare app did not start.");
}

const isOk = (response: Response) => response.ok;
