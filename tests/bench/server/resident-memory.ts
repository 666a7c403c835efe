import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Of a process, as Linux counts it (VmRSS). */
export function residentMegabytes(process: number): number {
  const [, kilobytes = "0"] =
    /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/**
 * The process that listens on a port of this machine: the server runs below the command that started it.
 * @throws Error where there is none, and on systems without /proc.
 */
export function processListeningOn(port: number): number {
  const inode = listeningInode(port);
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    if (filesOf(name).includes(`socket:[${inode}]`)) return Number(name);
  }
  throw new Error(`No process listens on port ${port}.`);
}

const LISTENING = "0A";

function listeningInode(port: number): string | undefined {
  const local = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const lines = ["tcp", "tcp6"].flatMap((table) => readFileSync(`/proc/net/${table}`, "utf8").split("\n"));
  const columns = lines.map((line) => line.trim().split(/\s+/));
  return columns.find(([, address = "", , state]) => address.endsWith(local) && state === LISTENING)?.[9];
}

function filesOf(process: string): string[] {
  try {
    return readdirSync(`/proc/${process}/fd`).map((file) => readlinkSync(`/proc/${process}/fd/${file}`));
  } catch {
    // It ended meanwhile, or belongs to somebody else.
    return [];
  }
}
