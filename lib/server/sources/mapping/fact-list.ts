import type { Fact } from "@/lib/events/fact";

/** Facts of those entries that say something; lists are joined with commas. */
export function factList(
  entries: readonly (readonly [label: string, value: string | number | readonly string[] | null])[],
): Fact[] {
  return entries.flatMap(([label, value]) => {
    const text = typeof value === "object" && value !== null ? value.join(", ") : String(value ?? "");
    return text === "" ? [] : [{ label, value: text }];
  });
}

/** A code with its meaning: `2 (block)`; the bare code where it has none. */
export function explained(code: string | null, meanings: ReadonlyMap<string, string>): string | null {
  const meaning = code === null ? undefined : meanings.get(code);
  return meaning === undefined ? code : `${code} (${meaning})`;
}
