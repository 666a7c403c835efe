const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const IPV4 = new RegExp(String.raw`^${OCTET}(?:\.${OCTET}){3}(?:/(?:3[0-2]|[12]?\d))?$`);
/** Their number and places are checked by the platform's own reader of addresses. */
const IPV6_PARTS = /^([\da-f:]*:[\da-f:.]*)(?:\/(?:12[0-8]|1[01]\d|[1-9]?\d))?$/i;
const PART = String.raw`(?:${OCTET}|\*{1,3}|x{1,3})`;
/** An IPv4 address with parts struck out, as documents print it: `104.234.140.**`, `192.0.XX.XX`. */
const MASKED_IPV4 = new RegExp(String.raw`^(?=.*[*x])${PART}(?:\.${PART}){3}$`, "i");
/** Two addresses with a hyphen: a range, as HSS may give it. */
const RANGE = /^([^\s-]+)\s*-\s*([^\s-]+)$/;

/** Not routed on the internet: RFC 1918, 6598, loopback, link-local, unspecified, and their IPv6 equals. */
const INTERNAL =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1?(?:\/|$)|fe[89ab][\da-f]:|f[cd][\da-f]{2}:)/i;

/** An IPv6 address with every digit, the last ones as IPv4, and a prefix length. */
const LONGEST_ADDRESS = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255/128".length;

/** One address or network (CIDR), IPv4 or IPv6. */
function isAddress(text: string): boolean {
  // A pasted list may have any length, and the patterns look at parts of it again and again.
  if (text.length > LONGEST_ADDRESS) return false;
  const groups = IPV6_PARTS.exec(text)?.[1];
  return groups === undefined ? IPV4.test(text) : URL.canParse(`http://[${groups}]`);
}

/** An address, a network, a range of addresses, or an address with parts struck out. */
export function looksLikeAddress(text: string): boolean {
  const range = RANGE.exec(text);
  if (range) return [range[1], range[2]].every((end) => end !== undefined && isAddress(end));
  return isAddress(text) || MASKED_IPV4.test(text);
}

/** Parts are struck out: the value names no single address and must not be blocked as if it did. */
export function isMasked(text: string): boolean {
  return text.includes("*") || (MASKED_IPV4.test(text) && /x/i.test(text));
}

/** An address of an inside network; IPv4 written as IPv6 (`::ffff:10.0.0.1`) counts as IPv4. */
export function isInternalAddress(text: string): boolean {
  return INTERNAL.test(text.replace(/^::ffff:(?=\d+\.)/i, ""));
}
