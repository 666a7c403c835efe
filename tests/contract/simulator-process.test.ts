import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, test } from "vitest";

let directory: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "simulator-"));
});
afterEach(async () => {
  if (child && child.exitCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await rm(directory, { recursive: true, force: true });
});

function run(...args: readonly string[]): { output: string[]; started: ChildProcess } {
  const started = spawn(process.execPath, ["--import", "tsx", "lib/simulator/main.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  const output: string[] = [];
  started.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));
  return { output, started };
}

async function readyLine(started: ChildProcess): Promise<string> {
  if (!started.stdout) throw new Error("standard output is not piped");
  for await (const line of createInterface({ input: started.stdout })) {
    if (line.startsWith("simulator ready ")) return line.slice("simulator ready ".length);
  }
  throw new Error("the simulator ended before it was ready");
}

test("npm run simulator reports its connections when it listens, and goes away on SIGTERM", async () => {
  const { started } = run("--port-base", "0", "--write-config", directory);
  const ready: unknown = JSON.parse(await readyLine(started));
  const path = join(directory, "connections.json");
  const { connections } = JSON.parse(await readFile(path, "utf8"));
  expect(ready).toMatchObject({ config: path, endpoints: { waf: connections[0].endpoint } });
  expect(connections).toMatchObject([
    { id: "demo-waf", product: "waf", region: "cn-hangzhou" },
    { id: "demo-firewall", product: "cloud-firewall", region: "cn-hangzhou" },
    {
      id: "demo-hss",
      product: "hss",
      region: "cn-north-4",
      projectId: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ]);
  const refused = await fetch(connections[0].endpoint);
  expect(refused.status).toBe(400);

  const ended = once(started, "exit");
  started.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(existsSync(path)).toBe(false);
});

test("its connection file names secret files that only the owner can read, and no secret", async () => {
  const { started } = run("--port-base", "0", "--seed", "9", "--write-config", directory);
  await readyLine(started);
  const text = await readFile(join(directory, "connections.json"), "utf8");
  const paths = [...text.matchAll(/"file:([^"]+)"/g)].map(([, path]) => path ?? "");
  expect(paths).toHaveLength(6);
  for (const path of new Set(paths)) {
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(text).not.toContain(await readFile(path, "utf8"));
  }
});

test("a bad option ends it at once with a message that names the option", async () => {
  const { output, started } = run("--port-base", "http");
  const [code] = await once(started, "exit");
  expect(code).toBe(1);
  expect(output.join("")).toContain('--port-base must be a whole number from 0 to 65532, not "http"');
});
