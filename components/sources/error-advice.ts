/** Which text of `sources.advice` helps with a failed read. */
export type Advice =
  | "throttled"
  | "key"
  | "token"
  | "permission"
  | "instance"
  | "clock"
  | "unreachable"
  | "other";

/** What the clouds' error codes ask for, most particular first; see docs/sources for where they come from. */
const ADVICE: readonly (readonly [RegExp, Advice])[] = [
  [/Throttling|APIGW\.0308|QPS/i, "throttled"],
  [/InvalidAccessKeyId|IncompleteSignature|SignatureDoesNotMatch|APIGW\.030[13457]/i, "key"],
  [/SecurityToken|Token/i, "token"],
  [/NoPermission|Forbidden|NotAuthorized|HSS\.00(10|13)|APIGW\.030[26]/i, "permission"],
  [/Instance.*(NotFound|NotExist)|APIGW\.0101/i, "instance"],
  [/SignatureNonceUsed|InvalidTimeStamp|Expired/i, "clock"],
];

/**
 * What somebody can do about a failed read.
 * @param code the cloud's own error code; null when no answer of the cloud came.
 */
export function errorAdvice(code: string | null): Advice {
  if (code === null) return "unreachable";
  return ADVICE.find(([pattern]) => pattern.test(code))?.[1] ?? "other";
}
