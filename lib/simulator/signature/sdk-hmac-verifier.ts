import type { HttpRequest } from "@/lib/simulator/http/http-exchange";
import { Refusal } from "@/lib/simulator/refusal";
import { sdkHmacSignature } from "@/lib/simulator/signature/sdk-hmac-signature";

const MAX_SKEW_MS = 15 * 60 * 1000;
const DATE = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/;
const AUTHORIZATION = /^SDK-HMAC-SHA256 Access=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;

export interface HuaweiKey {
  readonly accessKey: string;
  readonly secretKey: string;
  /** Only a temporary key has one; it travels as the signed header X-Security-Token. */
  readonly securityToken?: string;
}

/** One code, APIGW.0301, covers everything that is wrong with the caller's identity. */
export function unauthenticated(reason: string): never {
  throw new Refusal(401, "APIGW.0301", `Incorrect IAM authentication information: ${reason}`);
}

function checkDate(date: string | undefined, now: number): void {
  const parts = DATE.exec(date ?? "");
  if (!parts) unauthenticated("X-Sdk-Date is missing or not of the form YYYYMMDDTHHMMSSZ");
  const [, year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!(Math.abs(now - time) <= MAX_SKEW_MS)) unauthenticated("signature expired");
}

/**
 * Checks one AK/SK request against Huawei's signing guide. The scheme has no nonce.
 *
 * @returns the access key of the caller.
 * @throws Refusal 401 APIGW.0301.
 */
export function verifySdkHmac(request: HttpRequest, keys: readonly HuaweiKey[], now: number): string {
  const [, accessKey, signedText, signature] =
    AUTHORIZATION.exec(request.headers.authorization ?? "") ??
    unauthenticated("authorization header is malformed");
  const key = keys.find((candidate) => candidate.accessKey === accessKey) ?? unauthenticated("ak not exist");
  checkDate(request.headers["x-sdk-date"], now);
  const signedHeaders = (signedText ?? "").split(";");
  if (!signedHeaders.includes("x-sdk-date")) unauthenticated("X-Sdk-Date is not signed");
  const missing = signedHeaders.find((name) => request.headers[name] === undefined);
  if (missing !== undefined) unauthenticated(`signed header ${missing} is missing`);
  if (key.securityToken !== undefined && request.headers["x-security-token"] !== key.securityToken) {
    unauthenticated("security token is missing or does not belong to the ak");
  }
  const expected = sdkHmacSignature(request, signedHeaders, key.secretKey);
  if (expected.signature !== signature) unauthenticated("verify aksk signature fail");
  return key.accessKey;
}
