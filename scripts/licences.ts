import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { licenceList } from "./licence-list";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

writeFileSync(
  join(root, "docs", "licences.md"),
  licenceList(readFileSync(join(root, "package-lock.json"), "utf8")),
);
console.log("docs/licences.md is up to date.");
