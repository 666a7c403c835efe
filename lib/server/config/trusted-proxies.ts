import { BlockList, isIP } from "node:net";
import { z } from "zod";

/** Tells a proxy that may speak for its callers from everybody else. */
export type TrustedProxies = {
  /** @param address an IP address; IPv4 may be written as IPv6 (`::ffff:10.0.0.1`). */
  trusts(address: string): boolean;
};

/** A proxy on this host is always trusted: whoever runs processes here needs no forged header. */
const LOOPBACK = ["127.0.0.0/8", "::1"];

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/** @throws Error for what is neither an address nor a range of them. */
function addRange(list: BlockList, range: string): void {
  const [address = "", prefix, ...more] = range.split("/");
  if (isIP(address) === 0 || more.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) {
    throw new TypeError("This is no range of addresses.");
  }
  if (prefix === undefined) list.addAddress(address, familyOf(address));
  else list.addSubnet(address, Number(prefix), familyOf(address));
}

function isRange(range: string): boolean {
  try {
    addRange(new BlockList(), range);
    return true;
  } catch {
    return false;
  }
}

/** Addresses and CIDR ranges with commas, as WATCHFLOOR_TRUSTED_PROXIES names them. */
export const proxyRangesSchema = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((range) => range.trim())
      .filter((range) => range !== ""),
  )
  .refine((ranges) => ranges.every(isRange), {
    error: "must be IP addresses or CIDR ranges with commas, like 10.0.0.5,192.168.0.0/16",
  });

/** @param ranges as {@link proxyRangesSchema} gives them; loopback comes on top. */
export function trustedProxies(ranges: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const range of [...LOOPBACK, ...ranges]) addRange(list, range);
  return { trusts: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)) };
}
