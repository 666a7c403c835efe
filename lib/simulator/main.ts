/**
 * `npm run simulator`: the simulated clouds as a process of their own.
 *
 * Ready is when the line that begins with "simulator ready " stands on standard output; the rest of it is
 * JSON: { endpoints, config }, config being the path of connections.json or null. With --write-config
 * that file appears at the same moment, complete. SIGTERM, SIGINT, and the end of a parent that
 * talks to it over an IPC channel, stop it.
 */
import { readCommandLine, USAGE } from "@/lib/simulator/command-line";
import { removeConnectionFile, writeConnectionFile } from "@/lib/simulator/connection-file";
import { startSimulator } from "@/lib/simulator/start-simulator";

async function main(): Promise<void> {
  const { help, portBase, seed, host, configDirectory } = readCommandLine(process.argv.slice(2));
  if (help) {
    console.log(USAGE);
    return;
  }
  if (configDirectory !== null) await removeConnectionFile(configDirectory);
  const port = (index: number) => (portBase === 0 ? 0 : portBase + index);
  const simulator = await startSimulator({
    seed,
    host,
    ports: { waf: port(0), cloudFirewall: port(1), hss: port(2), iam: port(3) },
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    const leftover = configDirectory === null ? Promise.resolve() : removeConnectionFile(configDirectory);
    Promise.all([simulator.close(), leftover]).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.once("disconnect", stop);
  const config = configDirectory === null ? null : await writeConnectionFile(configDirectory, simulator);
  console.log(`simulator ready ${JSON.stringify({ endpoints: simulator.endpoints, config })}`);
}

main().catch((cause: unknown) => {
  console.error(`simulator: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exit(1);
});
