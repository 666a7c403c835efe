/** What the clouds' error codes ask for, most particular first; see docs/sources for where they come from. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /Throttling|APIGW\.0308|QPS/i,
    "The cloud limits the calls. Nothing is needed: the sync slows down and goes on.",
  ],
  [
    /InvalidAccessKeyId|IncompleteSignature|SignatureDoesNotMatch|APIGW\.030[13457]/i,
    "Check the key in the connection's configuration, and that this machine's clock is right; then restart.",
  ],
  [/SecurityToken|Token/i, "The temporary credentials have expired. Renew them where they come from."],
  [
    /NoPermission|Forbidden|NotAuthorized|HSS\.00(10|13)|APIGW\.030[26]/i,
    "Grant the key the permission that the operation needs; the API explorer names it.",
  ],
  [
    /Instance.*(NotFound|NotExist)|APIGW\.0101/i,
    "Check the region, the instance id and the endpoint of the connection.",
  ],
  [/SignatureNonceUsed|InvalidTimeStamp|Expired/i, "Check that this machine's clock is right."],
];

/**
 * What somebody can do about a failed read.
 * @param code the cloud's own error code; null when no answer of the cloud came.
 */
export function errorAdvice(code: string | null): string {
  if (code === null) {
    return "Check that this machine reaches the endpoint. The sync tries again by itself.";
  }
  const known = ADVICE.find(([pattern]) => pattern.test(code));
  return (
    known?.[1] ??
    "The sync tries again by itself. If it goes on, ask the cloud's support with the request id."
  );
}
