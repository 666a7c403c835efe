import { isIP } from "node:net";

/** How the platform writes every IPv4 address in the guise of an IPv6 one, in brackets. */
const MAPPED_IPV4 = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/;
/** Bits before the IPv4 address. */
const MAPPED_BITS = 96;

/** The one way in which the platform writes an IPv6 address, in brackets. */
const ipv6Host = (host: string): string => new URL(`http://[${host}]`).hostname;

const longestPrefix = (version: number): number => (version === 4 ? 32 : 128);

/** The IPv4 address that an IPv6 one stands for, in any of its spellings; null where it stands for none. */
function mappedIpv4(host: string): string | null {
  const [, high, low] = MAPPED_IPV4.exec(ipv6Host(host)) ?? [];
  if (high === undefined || low === undefined) return null;
  return [high, low]
    .map((part) => Number.parseInt(part, 16))
    .flatMap((part) => [part >> 8, part & 0xff])
    .join(".");
}

/**
 * The value as PostgreSQL's `inet` reads it: an IPv4 or IPv6 address, or a network in CIDR notation.
 * `null` for anything else: accounts, masked addresses ("192.0.XX.XX"), ranges, zone ids.
 * An IPv4 address or network written as IPv6 (`::ffff:192.0.2.1`, `::ffff:c000:200/120`) is the IPv4 one; with a
 * prefix that IPv4 can have (`::ffff:192.0.2.0/24`), that prefix was meant.
 */
export function networkAddress(value: string): string | null {
  const [host = "", prefix, ...rest] = value.trim().split("/");
  const version = host.includes("%") ? 0 : isIP(host);
  if (version === 0 || rest.length > 0) return null;
  const ipv4 = version === 6 ? mappedIpv4(host) : null;
  if (prefix === undefined) return ipv4 ?? host;
  const bits = Number(prefix);
  if (!/^\d{1,3}$/.test(prefix) || bits > longestPrefix(version)) return null;
  if (ipv4 !== null && bits >= MAPPED_BITS) return `${ipv4}/${bits - MAPPED_BITS}`;
  return ipv4 !== null && bits <= 32 ? `${ipv4}/${bits}` : `${host}/${prefix}`;
}

/** One spelling for each single address, however a cloud writes it; anything else as it came. */
export function addressText(value: string): string {
  const [host = "", prefix] = networkAddress(value)?.split("/") ?? [];
  const version = isIP(host);
  if (version === 0 || (prefix !== undefined && Number(prefix) !== longestPrefix(version))) return value;
  return version === 4 ? host : ipv6Host(host).slice(1, -1);
}
