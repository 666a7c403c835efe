import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptAuthSecret } from "@/lib/server/auth/auth-secret";
import { SetupError } from "@/lib/server/config/setup-error";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "watchfloor-"));
});
afterEach(() => rm(directory, { recursive: true }));

test("the secret survives a restart, and two starts at once agree on it", async () => {
  const secrets = await Promise.all([keptAuthSecret(directory), keptAuthSecret(directory)]);
  const again = await keptAuthSecret(directory);
  expect(new Set([...secrets, again].map((secret) => secret.reveal())).size).toBe(1);
  expect(again.reveal().length).toBeGreaterThanOrEqual(32);
});

test("nobody but the owner can read it", async () => {
  await keptAuthSecret(directory);
  const [file = ""] = await readdir(directory);
  expect((await stat(join(directory, file))).mode & 0o077).toBe(0);
});

test("a file that was cut off is told as a mistake of set-up, with what to do", async () => {
  await keptAuthSecret(directory);
  const [file = ""] = await readdir(directory);
  await writeFile(join(directory, file), "");
  const refusal = keptAuthSecret(directory);
  await expect(refusal).rejects.toBeInstanceOf(SetupError);
  await expect(refusal).rejects.toThrow(/Delete it and start again/);
});
