import { BlockList } from "node:net";
import { z } from "zod";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Whether a URL's hostname never leaves this machine: 127.0.0.0/8, ::1, localhost. */
export function isLoopback(hostname: string): boolean {
  if (hostname === "localhost") return true;
  return hostname.startsWith("[")
    ? loopback.check(hostname.slice(1, -1), "ipv6")
    : /^[\d.]+$/.test(hostname) && loopback.check(hostname, "ipv4");
}

/**
 * What is wrong with an address that credentials are sent to, or null. Clear text would hand them to the
 * network.
 */
export function addressProblem(text: string): string | null {
  if (!URL.canParse(text)) return "must be a URL like https://cloud.example.com";
  const url = new URL(text);
  if (url.username !== "" || url.password !== "")
    return "must not hold a user or password; use credentials for them";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "must start with https://";
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    return "must start with https://; http:// is allowed only for localhost, 127.0.0.0/8 and [::1]";
  if (url.search !== "" || url.hash !== "" || text.includes("?") || text.includes("#"))
    return 'must not have a query or fragment; remove everything from "?" or "#" on';
  return null;
}

/** What is wrong with an endpoint, or null. */
function endpointProblem(text: string): string | null {
  const problem = addressProblem(text);
  if (problem !== null) return problem;
  if (new URL(text).pathname !== "/") return "must not have a path; keep scheme, host and port only";
  return null;
}

/** An endpoint, given as its origin without a trailing slash. */
export const endpointSchema = z
  .string({ error: "must be a URL in quotes, like https://cloud.example.com" })
  .superRefine((text, context) => {
    const problem = endpointProblem(text);
    if (problem) context.addIssue({ code: "custom", message: problem, input: undefined });
  })
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text));
