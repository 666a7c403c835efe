import { isIP } from "node:net";

/** Where a request came from, as far as the server can tell. */
export type RequestFacts = { readonly address: string; readonly userAgent: string | null };

const LONGEST_USER_AGENT = 300;

const isLoopback = (address: string) => /^(::ffff:)?127\.|^::1$/.test(address);

/**
 * The caller's address out of X-Forwarded-For, to which the server itself appends its peer. Read from the
 * right: a loopback peer is a proxy on this host, and speaks for the address before it; anything further
 * left may be made up by the caller.
 */
function callerAddress(forwardedFor: string | null): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const addresses = hops.filter((hop) => isIP(hop) !== 0).reverse();
  return addresses.find((address) => !isLoopback(address)) ?? addresses[0] ?? "unknown";
}

export function requestFacts(headers: Headers): RequestFacts {
  return {
    address: callerAddress(headers.get("x-forwarded-for")),
    userAgent: headers.get("user-agent")?.slice(0, LONGEST_USER_AGENT) ?? null,
  };
}
