/**
 * Headers that are shown as they are: they describe the message, the browser or the way it took, and let
 * nobody in. Every other one may be a key of somebody's own making, so it is masked until it is revealed.
 */
const SHOWN_HEADERS: ReadonlySet<string> = new Set(
  `accept accept-charset accept-encoding accept-language accept-ranges age allow cache-control connection
  content-disposition content-encoding content-language content-length content-location content-range
  content-security-policy content-type date dnt etag expect expires forwarded from host if-match
  if-modified-since if-none-match if-range if-unmodified-since keep-alive last-modified link location
  max-forwards origin pragma priority range referer referrer-policy retry-after sec-ch-ua sec-ch-ua-mobile
  sec-ch-ua-platform sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user server
  strict-transport-security te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent vary
  via warning x-content-type-options x-forwarded-for x-forwarded-host x-forwarded-port x-forwarded-proto
  x-frame-options x-powered-by x-real-ip x-request-id x-requested-with x-xss-protection`.split(/\s+/),
);

/** Whether a header's value is shown without being revealed. */
export function isShownHeader(name: string): boolean {
  return SHOWN_HEADERS.has(name.toLowerCase());
}

/** The name of a JSON member that holds a message's headers. */
export function isHeaderGroup(name: string): boolean {
  return /^(?:req(?:uest)?_?|resp(?:onse)?_?)?headers?$/i.test(name);
}
