import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { TrustedProxies } from "@/lib/server/config/trusted-proxies";

/** Headers by which a proxy tells how its caller reached it. */
const FORWARDED = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

/** IPv6 in brackets, or IPv4, with the port that some proxies add (Azure Application Gateway, IIS). */
const WITH_PORT = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/;

/** The address that a proxy gives for the one before it; null for what is none. */
function hopAddress(hop: string): string | null {
  const [, ipv6, ipv4] = WITH_PORT.exec(hop) ?? [];
  const address = ipv6 ?? ipv4 ?? hop;
  return isIP(address) === 0 ? null : address;
}

/**
 * The caller's address: what the proxies say is read from the right, where each trusted one speaks for the
 * address before it. Whatever stands further left may be made up, also where a trusted one gives no address.
 */
function callerAddress(told: string | undefined, peer: string, { trusts }: TrustedProxies): string {
  const hops = `${told ?? ""},${peer}`.split(",").map((hop) => hop.trim());
  let nearest = "unknown";
  for (const hop of hops.filter((text) => text !== "").reverse()) {
    const address = hopAddress(hop);
    if (address === null) return nearest;
    nearest = address;
    if (!trusts(address)) return address;
  }
  return nearest;
}

/**
 * Leaves in a request's headers only what can be believed of how it came: `x-forwarded-for` becomes the
 * caller's one address, and the other headers of proxies go where the peer is no trusted one.
 * @returns whether something was told by a peer that is not believed.
 */
export function settleForwarded(
  {
    headers,
    socket,
  }: { headers: IncomingHttpHeaders; socket: Pick<IncomingMessage["socket"], "remoteAddress"> },
  proxies: TrustedProxies,
): boolean {
  const peer = socket.remoteAddress ?? "";
  const told = headers["x-forwarded-for"];
  const trusted = proxies.trusts(peer);
  const ignored = !trusted && FORWARDED.some((name) => headers[name] !== undefined);
  if (ignored) for (const name of FORWARDED) delete headers[name];
  headers["x-forwarded-for"] = callerAddress(trusted ? [told].flat().join() : undefined, peer, proxies);
  return ignored;
}
