import { createHash, createHmac } from "node:crypto";
import type { HttpRequest } from "@/lib/simulator/http/http-exchange";
import { canonicalPath, canonicalQuery } from "@/lib/simulator/signature/percent-encoding";

export const ACS3_ALGORITHM = "ACS3-HMAC-SHA256";

export interface Acs3Signature {
  readonly signedHeaders: string;
  /** Lower hex SHA-256 of the canonical request. */
  readonly canonicalHash: string;
  readonly stringToSign: string;
  readonly signature: string;
}

export function sha256Hex(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function mustBeSigned(name: string): boolean {
  return name === "host" || name === "content-type" || name.startsWith("x-acs-");
}

/**
 * Signature of one request after Alibaba Cloud's "Request syntax and signature method V3": the raw
 * secret is the key, every `host`, `content-type` and `x-acs-*` header is covered.
 */
export function acs3Signature(
  request: Pick<HttpRequest, "method" | "path" | "query" | "headers" | "body">,
  secret: string,
): Acs3Signature {
  const names = Object.keys(request.headers).filter(mustBeSigned).sort();
  const signedHeaders = names.join(";");
  const canonical = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    names.map((name) => `${name}:${request.headers[name]?.trim()}\n`).join(""),
    signedHeaders,
    sha256Hex(request.body),
  ].join("\n");
  const canonicalHash = sha256Hex(canonical);
  const stringToSign = `${ACS3_ALGORITHM}\n${canonicalHash}`;
  const signature = createHmac("sha256", secret).update(stringToSign).digest("hex");
  return { signedHeaders, canonicalHash, stringToSign, signature };
}
