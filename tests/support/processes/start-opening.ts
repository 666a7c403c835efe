import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A process that opens a database and keeps it open. */
export type Opening = {
  readonly pid: number | undefined;
  /** Resolves when it has begun, with its schema still to be made. */
  readonly begun: Promise<void>;
  /** Resolves with true when the database is open, with false when the process has ended before. */
  readonly opened: Promise<boolean>;
  kill(): Promise<void>;
};

/** @param place the directory of an embedded database, or the URL of a server. */
export function startOpening(place: { readonly dataDir?: string; readonly url?: string }): Opening {
  const args = ["--import", "tsx", "tests/support/hold-database.ts", place.dataDir ?? "", place.url ?? ""];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  return {
    pid: child.pid,
    begun: said(child, "opening\n").then(() => {}),
    opened: Promise.race([said(child, "open\n"), exit.then(() => false)]),
    async kill() {
      child.kill("SIGKILL");
      await exit;
    },
  };
}

function said(child: ChildProcess, word: string): Promise<true> {
  let text = "";
  return new Promise((resolve) => {
    child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      text += part;
      if (text.includes(word)) resolve(true);
    });
  });
}
