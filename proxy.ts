import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { IN_DEVELOPMENT, publicAddress } from "@/lib/server/env";
import { PAGE_PATH_HEADER } from "@/lib/server/http/page-path-header";
import { cameOverHttps, mayComeFromSite } from "@/lib/server/http/request-origin";
import { pageContentSecurityPolicy, setSecurityHeaders } from "@/lib/server/http/security-headers";

/** 128 random bits; a UUID has fewer. */
const NONCE_BYTES = 16;

/**
 * Gives every page its security headers and its nonce. Who is signed in is not decided here: the proxy
 * may run apart from the process that holds the database.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(NONCE_BYTES).toString("base64");
  const policy = pageContentSecurityPolicy(nonce, IN_DEVELOPMENT);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(PAGE_PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  setSecurityHeaders(response.headers, cameOverHttps(request.headers, publicAddress()));
  // A page that is kept apart from its opener needs a process of its own, made once the answer is there: that is a quarter of
  // the time to the first row. Where nobody opened it, there is nothing to be kept apart from.
  if (!mayComeFromSite(request.headers)) response.headers.delete("cross-origin-opener-policy");
  return response;
}

export const config = {
  // The API sets its own headers; files of the build are immutable and the same for everybody.
  matcher: ["/((?!api/|_next/static/|_next/image|favicon.ico|icon.svg|robots.txt).*)"],
};
