import { AKSKSigner } from "@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js";
import { BasicCredentials } from "@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js";
import { z } from "zod";
import { encodeQuery, type Query, type SignedRequest } from "./signed-request";

export type HuaweiKeys = {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken: string | null;
};

export type RestCall = {
  /** Origin without a trailing slash. */
  readonly endpoint: string;
  readonly path: string;
  readonly query: Query;
  readonly headers: Readonly<Record<string, string>>;
};

const headersSchema = z.record(z.string(), z.string());

/**
 * Signs a read with SDK-HMAC-SHA256 by the official SDK core. Every header is signed, X-Sdk-Date and host
 * among them. The scheme has no nonce: the date alone makes a retry differ.
 */
export function signHuawei(call: RestCall, keys: HuaweiKeys, at: Date): SignedRequest {
  const signed = AKSKSigner.sign(
    {
      method: "GET",
      endpoint: `${call.endpoint}${call.path}`,
      queryParams: mutableCopy(call.query),
      headers: {
        ...call.headers,
        "X-Sdk-Date": basicTime(at),
        ...(keys.securityToken && { "X-Security-Token": keys.securityToken }),
      },
    },
    new BasicCredentials({ ak: keys.accessKey, sk: keys.secretKey }),
  );
  const { host: _, ...headers } = headersSchema.parse(signed);
  return { method: "GET", url: urlOf(call), headers };
}

/** The URL of a call, its query in the order in which it is signed. */
export function urlOf(call: RestCall): string {
  const query = encodeQuery(call.query);
  return `${call.endpoint}${call.path}${query === "" ? "" : `?${query}`}`;
}

/** `20260102T030405Z` */
function basicTime(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** The signer sorts lists in place. */
function mutableCopy(query: Query): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
  );
}
