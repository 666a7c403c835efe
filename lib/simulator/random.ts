/** A seeded source of numbers: the same parts give the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Picks by weight, for mixes such as "few critical, many low". */
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** `count` different items, fewer when there are not that many. */
  sample<T>(items: readonly T[], count: number): T[];
  hex(length: number): string;
  uuid(): string;
}

/** xmur3-like string hash to 32 bits. */
function hash(text: string): number {
  let state = 1779033703 ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    state = Math.imul(state ^ text.charCodeAt(i), 3432918353);
    state = (state << 13) | (state >>> 19);
  }
  state = Math.imul(state ^ (state >>> 16), 2246822507);
  return (state ^ (state >>> 13)) >>> 0;
}

/** Mulberry32: 32 bits of state are plenty for test data, and it is quick. */
export function random(...seed: readonly (string | number)[]): Random {
  let state = hash(seed.join("\u0000"));

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  function int(min: number, max: number): number {
    return min + Math.floor(next() * (max - min + 1));
  }

  function pick<T>(items: readonly T[]): T {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError("cannot pick from an empty list");
    return item;
  }

  function weighted<T>(items: readonly (readonly [T, number])[]): T {
    let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    return pick(items)[0];
  }

  function sample<T>(items: readonly T[], count: number): T[] {
    const rest = [...items];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(int(0, rest.length - 1), 1));
    return taken;
  }

  function hex(length: number): string {
    let text = "";
    while (text.length < length)
      text += Math.floor(next() * 4294967296)
        .toString(16)
        .padStart(8, "0");
    return text.slice(0, length);
  }

  function uuid(): string {
    const digits = hex(32);
    const parts = [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `a${digits.slice(17, 20)}`,
    ];
    return `${parts.join("-")}-${digits.slice(20)}`;
  }

  return { next, int, chance: (probability) => next() < probability, pick, weighted, sample, hex, uuid };
}
