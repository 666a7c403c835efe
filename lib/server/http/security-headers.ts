const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** What every answer of ours carries, pages and API alike. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** One year. Sub-domains are not ours to speak for. */
const STRICT_TRANSPORT_SECURITY = "max-age=31536000";

/** @param overHttps whether the browser came over https: elsewhere browsers ignore HSTS. */
export function setSecurityHeaders(headers: Headers, overHttps: boolean): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value);
  if (overHttps) headers.set("strict-transport-security", STRICT_TRANSPORT_SECURITY);
}

/** An API answer is data: a browser that is talked into showing it must run and load nothing. */
export const API_CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * What a script or a style sheet carries. It is never a page: what a page may use, open or tell others says
 * nothing there, and is sent dozens of times with each first load.
 */
export const CODE_FILE_HEADERS: Readonly<Record<string, string>> = {
  ...EVERYWHERE,
  "content-security-policy": API_CONTENT_SECURITY_POLICY,
};

/**
 * The policy of a page. Scripts need the nonce. Inline style attributes are allowed because the component
 * library positions with them; style elements are not ours to sign either (the charts add some).
 * @param evalAllowed only in development: React rebuilds server stacks with eval there.
 */
export function pageContentSecurityPolicy(nonce: string, evalAllowed: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evalAllowed ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
