import { isLoopback } from "@/lib/server/config/endpoint";

/**
 * Whether a connection to PostgreSQL crosses a network unencrypted: node-postgres encrypts only what
 * `sslmode` asks it to.
 */
export function crossesInClear(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  const host = searchParams.get("host") ?? hostname;
  // A path is that of a socket on this host.
  if (host === "" || host.startsWith("/") || isLoopback(host)) return false;
  return ["disable", null].includes(searchParams.get("sslmode"));
}
