import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNode } from "./command";
import { withProduct } from "./product";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");

process.exitCode = await withProduct(root, ({ address, adminPassword }) =>
  runNode([playwright, "test", "--config", "playwright.screenshots.config.ts", "--reporter=line"], {
    cwd: root,
    env: { WATCHFLOOR_URL: address, WATCHFLOOR_ADMIN_PASSWORD: adminPassword },
  }),
);
