import { openDatabase } from "@/lib/server/db/client";
import { createLogger } from "@/lib/server/log";

// A process that opens a database, says when it begins and when it has it, and keeps it open. It takes the
// directory of an embedded one, or an empty text and the URL of a server.
const [dataDir = "", url = ""] = process.argv.slice(2);
process.stdout.write("opening\n");
await openDatabase({
  url: url === "" ? null : url,
  dataDir: dataDir === "" ? null : dataDir,
  logger: createLogger("fatal"),
});
process.stdout.write("open\n");
setInterval(() => {}, 60_000);
