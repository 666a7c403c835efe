import type { HttpRequest } from "@/lib/simulator/http/http-exchange";
import { Refusal } from "@/lib/simulator/refusal";
import { ACS3_ALGORITHM, acs3Signature, sha256Hex } from "@/lib/simulator/signature/acs3-signature";

const MAX_SKEW_MS = 15 * 60 * 1000;
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const AUTHORIZATION = /^([A-Z0-9-]+) Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/;

/** One key the cloud knows. A temporary key (STS) carries its token and the end of its life. */
export interface AlibabaKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly active: boolean;
  readonly securityToken?: string;
  /** Wall clock, milliseconds. */
  readonly expiresAt?: number;
}

function refuse(status: number, code: string, message: string): never {
  throw new Refusal(status, code, message);
}

function header(request: HttpRequest, name: string, status: number, code: string): string {
  return request.headers[name] || refuse(status, code, `The header ${name} is mandatory for this action.`);
}

function checkToken(request: HttpRequest, key: AlibabaKey, now: number): void {
  const token = request.headers["x-acs-security-token"];
  if (key.securityToken === undefined) {
    if (token === undefined) return;
    refuse(
      400,
      "InvalidSecurityToken.MismatchWithAccessKey",
      "Specified SecurityToken mismatches with AccessKey.",
    );
  }
  if (!token) refuse(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
  if (!/^[A-Za-z0-9+/=]{20,}$/.test(token)) {
    refuse(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.");
  }
  if (token !== key.securityToken) {
    refuse(
      400,
      "InvalidSecurityToken.MismatchWithAccessKey",
      "Specified SecurityToken mismatches with AccessKey.",
    );
  }
  if (key.expiresAt !== undefined && now >= key.expiresAt) {
    refuse(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
  }
}

function checkDate(request: HttpRequest, now: number): void {
  const date = header(request, "x-acs-date", 400, "IllegalTimestamp");
  const time = DATE.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) {
    refuse(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
  }
  if (Math.abs(now - time) > MAX_SKEW_MS) {
    refuse(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
  }
}

/** Checks Alibaba Cloud requests: key, clock, signature, nonce. Remembers nonces while a date can live. */
export class Acs3Verifier {
  readonly #nonces = new Map<string, number>();

  constructor(
    private readonly keys: () => readonly AlibabaKey[],
    private readonly wallClock: () => Date,
  ) {}

  /**
   * @returns the access key id of the caller.
   * @throws Refusal with the code and status of the gateway's error list.
   */
  verify(request: HttpRequest): string {
    const now = this.wallClock().getTime();
    const parts = AUTHORIZATION.exec(request.headers.authorization ?? "");
    const [, algorithm, keyId, signedHeaders, signature] = parts ?? [];
    if (algorithm !== ACS3_ALGORITHM || !keyId) {
      refuse(
        400,
        "IncompleteSignature",
        "The request signature does not conform to the standards of the platform.",
      );
    }
    const key = this.keys().find((candidate) => candidate.accessKeyId === keyId);
    if (!key) refuse(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    if (!key.active) refuse(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
    checkDate(request, now);
    const nonce = header(request, "x-acs-signature-nonce", 400, "MissingSignatureNonce");
    const bodyHash = header(request, "x-acs-content-sha256", 400, "IncompleteSignature");
    checkToken(request, key, now);
    const expected = acs3Signature(request, key.accessKeySecret);
    const matches =
      expected.signedHeaders === signedHeaders &&
      expected.signature === signature &&
      bodyHash === sha256Hex(request.body);
    if (!matches) {
      const toSign = expected.stringToSign.replace("\n", "\\n");
      refuse(
        400,
        "SignatureDoesNotMatch",
        `Specified signature is not matched with our calculation. server string to sign is:${toSign}`,
      );
    }
    this.#spendNonce(`${keyId} ${nonce}`, now);
    return keyId;
  }

  #spendNonce(nonce: string, now: number): void {
    const used = this.#nonces.get(nonce);
    if (used !== undefined && now - used <= 2 * MAX_SKEW_MS) {
      refuse(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }
    this.#nonces.set(nonce, now);
    // Insertion order is time order: forgotten are the nonces whose date could not be sent again.
    for (const [oldest, at] of this.#nonces) {
      if (now - at <= 2 * MAX_SKEW_MS) break;
      this.#nonces.delete(oldest);
    }
  }
}
