/** More changes than this make it another word. */
const MAX_CHANGES = 3;

/** The candidate that was probably meant, or null: one begins with the other, or few letters differ. */
export function nearestName(text: string, candidates: readonly string[]): string | null {
  const typed = text.toLowerCase();
  const begun = typed.length >= 2 && candidates.find((name) => name.toLowerCase().startsWith(typed));
  if (begun) return begun;
  const allowed = Math.min(MAX_CHANGES, Math.floor(typed.length / 2));
  const ranked = candidates
    // Each letter that one has more is a change.
    .filter((name) => Math.abs(name.length - typed.length) <= allowed)
    .map((name) => ({ name, changes: changesBetween(typed, name.toLowerCase()) }))
    .filter(({ changes }) => changes <= allowed)
    .sort((a, b) => a.changes - b.changes);
  return ranked[0]?.name ?? null;
}

/** Levenshtein distance. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
