import { isIP } from "node:net";

const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i;

/**
 * The value as PostgreSQL's `inet` reads it: an IPv4 or IPv6 address, or a network in CIDR notation.
 * `null` for anything else: accounts, masked addresses ("192.0.XX.XX"), ranges, zone ids.
 * An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
 */
export function networkAddress(value: string): string | null {
  const [host = "", prefix, ...rest] = value.trim().replace(MAPPED_IPV4, "").split("/");
  const version = host.includes("%") ? 0 : isIP(host);
  if (version === 0 || rest.length > 0) return null;
  if (prefix === undefined) return host;
  const longest = version === 4 ? 32 : 128;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= longest ? `${host}/${prefix}` : null;
}
