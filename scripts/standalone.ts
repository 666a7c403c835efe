import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { errorMessage } from "../lib/server/describe-error";
import { buildIfNeeded } from "./build";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  const entry = relative(root, buildIfNeeded(root));
  console.log(`${dirname(entry)} holds all that a server needs. Start it with: node ${entry}`);
} catch (error) {
  console.error(errorMessage(error));
  process.exitCode = 1;
}
