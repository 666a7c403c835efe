import { Refusal } from "@/lib/simulator/refusal";

function invalid(name: string, code: string, why: string): never {
  throw new Refusal(400, code, `The specified parameter ${name} is not valid: ${why}.`);
}

/** The business parameters of one RPC call. An empty value counts as absent, as at the real gateway. */
export class RpcParameters {
  constructor(private readonly values: ReadonlyMap<string, string>) {}

  optional(name: string): string | undefined {
    return this.values.get(name) || undefined;
  }

  /** @throws Refusal 400 Missing{name} */
  required(name: string): string {
    const value = this.optional(name);
    if (value === undefined)
      throw new Refusal(400, `Missing${name}`, `${name} is mandatory for this action.`);
    return value;
  }

  /** A whole number inside both ends. @throws Refusal 400 `code`, Invalid{name} by default. */
  integer(name: string, min: number, max: number, code = `Invalid${name}`): number | undefined {
    const text = this.optional(name);
    if (text === undefined) return undefined;
    const value = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= min && value <= max))
      invalid(name, code, `a whole number from ${min} to ${max} is expected`);
    return value;
  }

  /** One of the documented words. @throws Refusal 400 `code`, Invalid{name} by default. */
  oneOf<T extends string>(name: string, allowed: readonly T[], code = `Invalid${name}`): T | undefined {
    const text = this.optional(name);
    if (text === undefined) return undefined;
    return (
      allowed.find((word) => word === text) ?? invalid(name, code, `one of ${allowed.join(", ")} is expected`)
    );
  }

  /** One text for all parameters but `without`: the key under which a sorted list can be kept. */
  key(without: readonly string[]): string {
    return JSON.stringify([...this.values].filter(([name]) => !without.includes(name)).sort());
  }

  /** `name.1`, `name.2`, … in the order of their numbers; or a JSON array text in `name`. */
  list(name: string, code = `Invalid${name}`): string[] {
    const text = this.optional(name);
    if (text !== undefined) return text.startsWith("[") ? jsonStrings(name, text, code) : [text];
    const numbered: [number, string][] = [];
    for (const [key, value] of this.values) {
      const index = key.startsWith(`${name}.`) ? key.slice(name.length + 1) : "";
      if (/^[1-9]\d*$/.test(index)) numbered.push([Number(index), value]);
    }
    return numbered.sort(([a], [b]) => a - b).map(([, value]) => value);
  }
}

function jsonStrings(name: string, text: string, code: string): string[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    invalid(name, code, "the JSON array cannot be read");
  }
  if (!Array.isArray(parsed)) invalid(name, code, "a JSON array is expected");
  return parsed.map((item: unknown) =>
    typeof item === "string" ? item : invalid(name, code, "text is expected"),
  );
}
