import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startNode } from "./command";

const READY_LIMIT_MS = 30_000;
const POLL_MS = 50;

/**
 * Starts the simulator as a process of its own, so that its work does not slow the server down.
 * It ends with this process.
 * @returns the path of a connections file that leads to it.
 * @throws Error when it is not ready in time.
 */
export async function startSimulatedClouds(root: string, directory: string): Promise<string> {
  const config = join(directory, "connections.json");
  mkdirSync(directory, { recursive: true });
  rmSync(config, { force: true });
  const child = startNode(
    [
      "--import",
      "tsx",
      join(root, "lib", "simulator", "main.ts"),
      "--port-base",
      "0",
      "--write-config",
      directory,
    ],
    { cwd: root },
  );
  process.once("exit", () => child.kill("SIGTERM"));
  const deadline = Date.now() + READY_LIMIT_MS;
  while (!existsSync(config)) {
    if (child.exitCode !== null) throw new Error("The simulated clouds ended before they were ready.");
    if (Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The simulated clouds were not ready within ${READY_LIMIT_MS / 1000} s.`);
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  console.log("No connection is configured (WATCHFLOOR_CONFIG): simulated clouds are used.");
  return config;
}
