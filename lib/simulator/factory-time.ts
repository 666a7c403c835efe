/** Factories place their records in the day before this instant: 2026-01-15 00:00 UTC, in Unix seconds. */
export const FACTORY_EPOCH = 1768435200;

/** Factories take a seed, overrides, or both; overrides alone are their own seed. */
export function seedAndOverrides<R extends object>(
  seedOrOverrides: string | number | Partial<R>,
  overrides: Partial<R>,
): { seed: string | number; overrides: Partial<R> } {
  return typeof seedOrOverrides === "object"
    ? { seed: JSON.stringify(seedOrOverrides), overrides: { ...seedOrOverrides, ...overrides } }
    : { seed: seedOrOverrides, overrides };
}
