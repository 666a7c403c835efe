import { randomBytes } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Secret } from "@/lib/server/config/secret";
import { SetupError } from "@/lib/server/config/setup-error";
import { dataDirectoryMistake, makeDataDirectory } from "@/lib/server/data-directory";

const FILE = "nextauth-secret";
const BYTES = 32;

const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

/**
 * The secret that encrypts session cookies, generated at the first start and kept in the data directory,
 * readable by the owner only. Two starts at once end with the same one: only one of them creates the file.
 * @throws SetupError where it cannot be kept or read.
 */
export async function keptAuthSecret(dataDir: string): Promise<Secret> {
  const path = join(dataDir, FILE);
  await makeDataDirectory(dataDir);
  const text = await readOrMake(path).catch((error: unknown) => {
    throw dataDirectoryMistake(error, dataDir);
  });
  if (text.length >= BYTES) return new Secret(text);
  throw new SetupError(
    `${path} is empty or cut off. Delete it and start again; everybody has to sign in anew.`,
  );
}

async function readOrMake(path: string): Promise<string> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(BYTES).toString("base64"));
    await file.close();
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
  return (await readFile(path, "utf8")).trim();
}
