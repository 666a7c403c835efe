import { parseArgs } from "node:util";

export interface CommandLine {
  readonly help: boolean;
  /** First of four ports in a row: WAF, Cloud Firewall, HSS, IAM. 0: any free ports. */
  readonly portBase: number;
  readonly seed: number;
  readonly host: string;
  /** Where connections.json and the secret files go; `null`: nothing is written. */
  readonly configDirectory: string | null;
}

export const USAGE = `Starts simulated clouds: Alibaba Cloud WAF 3.0, Cloud Firewall, Huawei Cloud HSS and IAM.

  npm run simulator -- [options]

  --port-base <n>       first of four ports in a row, 0 for any free ones (default 4510)
  --seed <n>            another seed tells another story (default 1)
  --host <address>      address to listen on (default 127.0.0.1)
  --write-config <dir>  write connections.json, usable as WATCHFLOOR_CONFIG, and its secret files
  --help                this text

It is ready when it prints a line that begins with "simulator ready "; connections.json appears at the
same moment. SIGTERM ends it.`;

const DEFAULT_PORT_BASE = 4510;
const HIGHEST_PORT_BASE = 65_532;

function wholeNumber(name: string, text: string, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= max)) throw new Error(`--${name} must be a whole number from 0 to ${max}, not "${text}"`);
  return value;
}

/** @throws with a message that names the option and what it should be. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      "port-base": { type: "string", default: String(DEFAULT_PORT_BASE) },
      seed: { type: "string", default: "1" },
      host: { type: "string", default: "127.0.0.1" },
      "write-config": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  return {
    help: values.help,
    portBase: wholeNumber("port-base", values["port-base"], HIGHEST_PORT_BASE),
    seed: wholeNumber("seed", values.seed, Number.MAX_SAFE_INTEGER),
    host: values.host,
    configDirectory: values["write-config"] ?? null,
  };
}
