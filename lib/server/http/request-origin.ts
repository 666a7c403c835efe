import { ProblemError } from "./problem-error";

/** A proxy appends to these headers; the first value is what the browser used. */
const first = (value: string | null) => value?.split(",")[0]?.trim() || null;

/** The host (with port) under which the browser reached us. */
function requestHost(headers: Headers): string {
  return first(headers.get("x-forwarded-host")) ?? headers.get("host") ?? "localhost";
}

/**
 * The origin under which the browser reached us: the configured one, or the one of the request. Next sets
 * the forwarded headers itself when no proxy did.
 */
export function requestOrigin(headers: Headers, configuredUrl: string | null): string {
  if (configuredUrl !== null) return new URL(configuredUrl).origin;
  const scheme = first(headers.get("x-forwarded-proto")) === "https" ? "https" : "http";
  return `${scheme}://${requestHost(headers)}`;
}

/** Whether the browser reached us over https: cookies must then be `Secure`. */
export function cameOverHttps(headers: Headers, configuredUrl: string | null): boolean {
  return requestOrigin(headers, configuredUrl).startsWith("https:");
}

/**
 * Whether another site may have made the browser open a page, by what browsers tell themselves (Fetch Metadata): `none` is
 * an address that was typed or kept. Browsers that tell nothing may have been sent by anybody.
 */
export function mayComeFromSite(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  return site !== "none" && site !== "same-origin";
}

/** Schemes are left out: a proxy that ends TLS may not tell us which one the browser used. */
function sameHost(origin: string, headers: Headers, configuredUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  const own = `${protocol}//${requestHost(headers)}`;
  if (URL.canParse(own) && host === new URL(own).host) return true;
  return configuredUrl !== null && host === new URL(configuredUrl).host;
}

/**
 * Refuses what another site makes the browser send: reads as well as changes, because a read may cost a
 * cloud call. Following a link to us stays possible.
 * @throws ProblemError foreign-origin
 */
export function refuseForeignOrigin(request: Request, configuredUrl: string | null): void {
  const { headers } = request;
  const origin = headers.get("origin");
  if (origin !== null && !sameHost(origin, headers, configuredUrl)) {
    const message = `${origin} is not this site. Send the request from ${requestOrigin(headers, configuredUrl)}.`;
    throw new ProblemError("foreign-origin", message, { errors: [{ field: "Origin", message }] });
  }
  const site = headers.get("sec-fetch-site");
  const followsLink =
    request.method === "GET" &&
    headers.get("sec-fetch-mode") === "navigate" &&
    headers.get("sec-fetch-dest") === "document";
  if ((site === "cross-site" || site === "same-site") && !followsLink) {
    const message = "Another site made the browser send this request. Open Watchfloor itself.";
    throw new ProblemError("foreign-origin", message, { errors: [{ field: "Sec-Fetch-Site", message }] });
  }
}
