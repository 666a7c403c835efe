/**
 * What this tab keeps across a reload: ids of events, and notes, queries, status changes and settings that are being
 * written, never a password. Nothing else belongs here (`docs/security.md`); signing out forgets it. A browser that refuses storage keeps nothing.
 */
const PREFIX = "watchfloor.";

/** What was kept under a name; null for nothing. */
export function readTab(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** Keeps a text under a name; null forgets it. */
export function keepInTab(name: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, text);
  } catch {
    // Full, or not allowed: what is kept here is a convenience.
  }
}

/** Forgets all of it. */
export function forgetTab(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing could have been kept.
  }
}
