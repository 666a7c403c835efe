import { isIP } from "node:net";

/** Where a request came from, as far as the server can tell. */
export type RequestFacts = { readonly address: string; readonly userAgent: string | null };

const LONGEST_USER_AGENT = 300;

/** Reads what the server has settled already: X-Forwarded-For holds the caller's one address. */
export function requestFacts(headers: Headers): RequestFacts {
  const address = headers.get("x-forwarded-for") ?? "";
  return {
    address: isIP(address) === 0 ? "unknown" : address,
    userAgent: headers.get("user-agent")?.slice(0, LONGEST_USER_AGENT) ?? null,
  };
}
