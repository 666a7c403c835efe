import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { OpenApiUtil } from "@alicloud/openapi-core";
import { encodeQuery, type SignedRequest } from "./signed-request";

const ALGORITHM = "ACS3-HMAC-SHA256";
const EMPTY_BODY_SHA256 = createHash("sha256").update("").digest("hex");

export type AlibabaKeys = {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string | null;
};

type RpcCall = {
  /** Origin without a trailing slash. */
  readonly endpoint: string;
  readonly action: string;
  readonly version: string;
  /** Arrays become indexed names: `EventIds.1`, `EventIds.2`. */
  readonly parameters: Readonly<Record<string, unknown>>;
};

/**
 * Signs an RPC call with Alibaba Cloud's V3 method: POST, every parameter in the query, no body. The
 * official SDK core computes the signature.
 * @param nonce must be another one for every try.
 */
export function signAcs3(call: RpcCall, keys: AlibabaKeys, at: Date, nonce: string): SignedRequest {
  const query = OpenApiUtil.query(call.parameters);
  const headers: Record<string, string> = {
    "x-acs-action": call.action,
    "x-acs-version": call.version,
    "x-acs-date": `${at.toISOString().slice(0, 19)}Z`,
    "x-acs-signature-nonce": nonce,
    "x-acs-content-sha256": EMPTY_BODY_SHA256,
    ...(keys.securityToken && { "x-acs-security-token": keys.securityToken }),
  };
  const authorization = OpenApiUtil.getAuthorization(
    {
      protocol: "https",
      port: 443,
      method: "POST",
      pathname: "/",
      query,
      headers: { ...headers, host: new URL(call.endpoint).host },
      body: Readable.from([]),
    },
    ALGORITHM,
    EMPTY_BODY_SHA256,
    keys.accessKeyId,
    keys.accessKeySecret,
  );
  return {
    method: "POST",
    url: `${call.endpoint}/?${encodeQuery(query)}`,
    headers: { ...headers, accept: "application/json", authorization },
  };
}
