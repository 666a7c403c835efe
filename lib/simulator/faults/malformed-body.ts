/**
 * `truncated`: JSON cut in the middle. `html`: a proxy's error page. `empty`: no bytes. `oversized`:
 * valid JSON of 32 MB. `not-an-object`: a JSON text that is not an object.
 */
export type MalformedBody = "truncated" | "html" | "empty" | "oversized" | "not-an-object";

const OVERSIZED_CHARACTERS = 32 * 1024 * 1024;

/** The body a broken cloud, proxy or network would have sent in place of `body`. */
export function malform(body: string, kind: MalformedBody): string {
  switch (kind) {
    case "truncated":
      return body.slice(0, Math.floor(body.length / 2));
    case "html":
      return "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>";
    case "empty":
      return "";
    case "oversized":
      return `${body.slice(0, -1)},"Padding":"${"x".repeat(OVERSIZED_CHARACTERS)}"}`;
    case "not-an-object":
      return '["unexpected"]';
  }
}
