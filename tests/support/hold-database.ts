import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";

// A process that opens the embedded database in the directory it is given, says so, and keeps it open.
const [dataDir = ""] = process.argv.slice(2);
await openDatabase({ url: null, dataDir, logger: createLogger("fatal") });
process.stdout.write("open\n");
setInterval(() => {}, 60_000);
