import { type ChildProcess, spawn } from "node:child_process";
import { childEnvironment } from "../lib/server/env";

type CommandOptions = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts a program of ours or of a dependency with this process's output; `env` is added to the environment. */
export function startNode(args: readonly string[], options: CommandOptions): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: options.cwd,
    env: childEnvironment(options.env ?? {}),
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/** Runs a program to its end. Resolves with its exit code; a signal counts as 1. */
export function runNode(args: readonly string[], options: CommandOptions): Promise<number> {
  const child = startNode(args, options);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
