import type { CloudErrorKind } from "./cloud-error";

/**
 * Codes come before statuses: the same code is answered with different statuses by different products, and a
 * permission failure of HSS is a 400. Facts: the gateways' error pages.
 */
const KIND_OF_CODE: readonly (readonly [RegExp, CloudErrorKind])[] = [
  [/^Throttling(\.|$)|^APIGW\.0308$/, "throttled"],
  [/^(SignatureDoesNotMatch|IncompleteSignature|SignatureNonceUsed)$/, "unauthenticated"],
  [/^InvalidAccessKeyId\.|^(Invalid|Missing)SecurityToken/, "unauthenticated"],
  [/^InvalidTimeStamp\.Expired$/, "wrong-clock"],
  [/^InvalidTimeStamp\.|^IllegalTimestamp$/, "unauthenticated"],
  [/^APIGW\.030[1357]$/, "unauthenticated"],
  [/^Forbidden(\.|$)|^NoPermission(\.|$)|^ActionUnauthorized$/, "denied"],
  [/^HSS\.001[03]$|^APIGW\.(0302|0304|0306|0310|0801|0802)$/, "denied"],
  [/^(NoSuchVersion|InvalidVersion)$|\.NotFound$|^HSS\.0011$|^APIGW\.0101$/, "not-found"],
  [/^(InternalError|ServiceUnavailable)(\.|$)|^HSS\.0041$|^APIGW\.06/, "unavailable"],
  [/^ErrorDBSelectError$|^ErrorMarshalJSON$/, "unavailable"],
  [/^APIGW\.0201$/, "invalid"],
];

/** What an error answer means. @param code the cloud's own, or null where the body holds none. */
export function kindOf(code: string | null, status: number): CloudErrorKind {
  if (status >= 500 && code?.startsWith("APIGW.0201")) return "unavailable";
  const known = code === null ? undefined : KIND_OF_CODE.find(([pattern]) => pattern.test(code));
  if (known) return known[1];
  if (status === 429) return "throttled";
  if (status >= 500) return "unavailable";
  if (code === null) return "malformed";
  if (status === 401) return "unauthenticated";
  if (status === 403) return "denied";
  return status === 404 ? "not-found" : "invalid";
}
