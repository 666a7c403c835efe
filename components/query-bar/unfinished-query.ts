import { keepInTab, readTab } from "@/components/layout/tab-storage";

const storageKey = (person: string) => `query-draft.${person}`;

/**
 * Keeps the one query that is typed and is no filter yet: a reload finds it again, as does Back from another page.
 * @param shown the filter that the list follows meanwhile, as text: beside another one it would mislead.
 * @param text null for nothing unfinished.
 */
export function keepUnfinishedQuery(person: string, shown: string, text: string | null): void {
  keepInTab(storageKey(person), text === null ? null : JSON.stringify([shown, text]));
}

/** What was being typed above the list of this filter; null for nothing. */
export function unfinishedQuery(person: string, shown: string): string | null {
  try {
    const kept: unknown = JSON.parse(readTab(storageKey(person)) ?? "null");
    return Array.isArray(kept) && kept[0] === shown && typeof kept[1] === "string" ? kept[1] : null;
  } catch {
    return null;
  }
}
