import { parseArgs } from "node:util";

/** What is measured: statements and what is above them; the server over HTTP; reading the clouds; the screen. */
const PARTS = ["queries", "server", "sync", "browser"] as const;
type Part = (typeof PARTS)[number];

export type BenchOptions = {
  readonly parts: readonly Part[];
  readonly sizes: readonly number[];
  readonly engines: readonly ("pglite" | "postgres")[];
  /** Times each view is measured. */
  readonly rounds: number;
  /** Exit with 1 when a budget is missed. */
  readonly check: boolean;
  /** Print time and plan of every statement. */
  readonly plans: boolean;
  /** Measure only operations with this text in their name. */
  readonly only: string;
};

/** Above it PGlite is not what anybody would run. */
export const PGLITE_LIMIT = 100_000;

/** @throws Error for unknown or malformed options. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: "string", multiple: true },
      engine: { type: "string", multiple: true },
      rounds: { type: "string", default: "10" },
      check: { type: "boolean", default: false },
      plans: { type: "boolean", default: false },
      only: { type: "string", default: "" },
    },
  });
  const engines = (["pglite", "postgres"] as const).filter(
    (engine) => values.engine?.includes(engine) ?? true,
  );
  if (engines.length === 0) throw new Error("--engine is pglite or postgres.");
  const part = PARTS.find((one) => one === values.only);
  return {
    parts: part ? [part] : values.only === "" ? PARTS : ["queries"],
    sizes: (values.size ?? ["10000", "100000", "1000000"]).map((text) => positive("--size", text)),
    engines,
    rounds: positive("--rounds", values.rounds),
    check: values.check,
    plans: values.plans,
    only: part ? "" : values.only,
  };
}

function positive(option: string, text: string): number {
  const number = Number(text.replaceAll("_", ""));
  if (!Number.isSafeInteger(number) || number <= 0) {
    throw new Error(`${option} is a whole number above 0, not "${text}".`);
  }
  return number;
}
