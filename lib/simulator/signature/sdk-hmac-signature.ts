import { createHmac } from "node:crypto";
import type { HttpRequest } from "@/lib/simulator/http/http-exchange";
import { sha256Hex } from "@/lib/simulator/signature/acs3-signature";
import { canonicalPath, canonicalQuery } from "@/lib/simulator/signature/percent-encoding";

export const SDK_HMAC_ALGORITHM = "SDK-HMAC-SHA256";

const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

export interface SdkHmacSignature {
  readonly canonicalHash: string;
  readonly signature: string;
}

/**
 * Signature of one request after Huawei Cloud's API Request Signing Guide. The canonical path always
 * ends with a slash; only the headers in `signedHeaders` are covered.
 */
export function sdkHmacSignature(
  request: Pick<HttpRequest, "method" | "path" | "query" | "headers" | "body">,
  signedHeaders: readonly string[],
  secret: string,
): SdkHmacSignature {
  const path = canonicalPath(request.path);
  const unsignedBody =
    signedHeaders.includes("x-sdk-content-sha256") &&
    request.headers["x-sdk-content-sha256"] === UNSIGNED_PAYLOAD;
  const canonical = [
    request.method,
    path.endsWith("/") ? path : `${path}/`,
    canonicalQuery(request.query),
    signedHeaders.map((name) => `${name}:${request.headers[name]?.trim()}\n`).join(""),
    signedHeaders.join(";"),
    unsignedBody ? UNSIGNED_PAYLOAD : sha256Hex(request.body),
  ].join("\n");
  const canonicalHash = sha256Hex(canonical);
  const stringToSign = `${SDK_HMAC_ALGORITHM}\n${request.headers["x-sdk-date"]}\n${canonicalHash}`;
  return { canonicalHash, signature: createHmac("sha256", secret).update(stringToSign).digest("hex") };
}
