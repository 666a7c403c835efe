/** Longer values would make addresses that servers refuse; characters. */
const MAX_VALUE = 500;

/** The page of an attacker, an address or an account; null where the value cannot stand in an address. */
export function attackerHref(value: string): string | null {
  if (value.trim() === "" || value.length > MAX_VALUE || /\p{Surrogate}/u.test(value)) return null;
  // A path of dots alone means another path, even when it is encoded.
  return /^\.+$/.test(value) ? null : `/attackers/${encodeURIComponent(value)}`;
}
