import { request as httpRequest } from "node:http";
import type { Simulator } from "@/lib/simulator";
import { acs3Signature, sha256Hex } from "@/lib/simulator/signature/acs3-signature";
import { percentEncode } from "@/lib/simulator/signature/percent-encoding";
import { sdkHmacSignature } from "@/lib/simulator/signature/sdk-hmac-signature";

/** A request that can still be altered after it was signed. */
export interface SignedRequest {
  readonly url: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The parsed body as loose JSON, for `toMatchObject` and the like; `null` when it is no JSON. */
  readonly json: Record<string, unknown>;
  /** The error code in either cloud's spelling, or `null`. */
  readonly code: string | null;
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  } catch {
    return {};
  }
}

/** Sends exactly what it is given: `fetch` would neither allow a wrong Host nor a body with GET. */
export function send(request: SignedRequest): Promise<Answer> {
  const { hostname, port } = new URL(request.url);
  return new Promise((resolve, reject) => {
    const path = request.query === "" ? request.path : `${request.path}?${request.query}`;
    const headers = { ...request.headers, "content-length": String(request.body.length) };
    const outgoing = httpRequest({ hostname, port, method: request.method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const json = parseObject(text);
        const code = json.Code ?? json.error_code ?? null;
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json,
          code: typeof code === "string" ? code : null,
        });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(request.body);
  });
}

function queryOf(params: Readonly<Record<string, string | number>>): string {
  return Object.entries(params)
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(String(value))}`)
    .join("&");
}

interface AlibabaKeyPair {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

interface HuaweiKeyPair {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
}

let nonces = 0;

export interface AlibabaCallOptions {
  readonly key?: AlibabaKeyPair;
  readonly method?: string;
  readonly date?: Date;
  readonly nonce?: string;
  readonly version?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Header names that are left out before signing. */
  readonly without?: readonly string[];
}

export function alibabaRequest(
  simulator: Simulator,
  product: "waf" | "cloudFirewall",
  action: string,
  params: Readonly<Record<string, string | number>>,
  options: AlibabaCallOptions = {},
): SignedRequest {
  nonces += 1;
  const key: AlibabaKeyPair = options.key ?? simulator.credentials.alibaba;
  const url = simulator.endpoints[product];
  const body = Buffer.from(options.body ?? "");
  const all: Record<string, string> = {
    host: new URL(url).host,
    "x-acs-action": action,
    "x-acs-version": options.version ?? (product === "waf" ? "2021-10-01" : "2017-12-07"),
    "x-acs-date": (options.date ?? new Date()).toISOString().replace(/\.\d{3}Z$/, "Z"),
    "x-acs-signature-nonce": options.nonce ?? `nonce-${nonces}`,
    "x-acs-content-sha256": sha256Hex(body),
    ...(key.securityToken === undefined ? {} : { "x-acs-security-token": key.securityToken }),
    ...options.headers,
  };
  const headers = Object.fromEntries(
    Object.entries(all).filter(([name]) => !options.without?.includes(name)),
  );
  const unsigned = { method: options.method ?? "POST", path: "/", query: queryOf(params), headers, body };
  const { signedHeaders, signature } = acs3Signature(unsigned, key.accessKeySecret);
  const authorization = `ACS3-HMAC-SHA256 Credential=${key.accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
  return { url, ...unsigned, headers: { ...headers, authorization } };
}

/** A signed call of the simulated WAF; InstanceId is added. */
export function waf(
  simulator: Simulator,
  action: string,
  params: Readonly<Record<string, string | number>> = {},
  options: AlibabaCallOptions = {},
): Promise<Answer> {
  const withInstance = { InstanceId: simulator.credentials.instanceId, ...params };
  return send(alibabaRequest(simulator, "waf", action, withInstance, options));
}

/** A signed call of the simulated Cloud Firewall. */
export function firewall(
  simulator: Simulator,
  action: string,
  params: Readonly<Record<string, string | number>>,
  options: AlibabaCallOptions = {},
): Promise<Answer> {
  return send(alibabaRequest(simulator, "cloudFirewall", action, params, options));
}

export interface HuaweiCallOptions {
  readonly key?: HuaweiKeyPair;
  readonly date?: Date;
  readonly projectId?: string;
  /** Sent in place of a signature. */
  readonly token?: string;
  readonly body?: string;
}

export function huaweiRequest(
  simulator: Simulator,
  params: Readonly<Record<string, string | number>>,
  options: HuaweiCallOptions = {},
): SignedRequest {
  const url = simulator.endpoints.hss;
  const key: HuaweiKeyPair = options.key ?? simulator.credentials.huawei;
  const path = `/v5/${options.projectId ?? simulator.credentials.projectId}/rasp/events`;
  const body = Buffer.from(options.body ?? "");
  const base = { url, method: "GET", path, query: queryOf(params), body };
  const host = new URL(url).host;
  if (options.token !== undefined) return { ...base, headers: { host, "x-auth-token": options.token } };
  const headers = {
    host,
    "x-sdk-date": (options.date ?? new Date()).toISOString().replace(/[-:]|\.\d{3}/g, ""),
    ...(key.securityToken === undefined ? {} : { "x-security-token": key.securityToken }),
  };
  const signedHeaders = Object.keys(headers).sort();
  const { signature } = sdkHmacSignature({ ...base, headers }, signedHeaders, key.secretKey);
  const authorization = `SDK-HMAC-SHA256 Access=${key.accessKey}, SignedHeaders=${signedHeaders.join(";")}, Signature=${signature}`;
  return { ...base, headers: { ...headers, authorization } };
}

/** A call of the simulated ListRaspEvents, signed unless a token is given. */
export function hss(
  simulator: Simulator,
  params: Readonly<Record<string, string | number>>,
  options: HuaweiCallOptions = {},
): Promise<Answer> {
  return send(huaweiRequest(simulator, params, options));
}

export interface LoginOverrides {
  readonly user?: string;
  readonly password?: string;
  readonly domain?: string;
  readonly project?: object;
}

/** The password login of IAM; the token is in the answer's header `x-subject-token`. */
export function login(simulator: Simulator, overrides: LoginOverrides = {}): Promise<Answer> {
  const { iam } = simulator.credentials;
  const user = {
    name: overrides.user ?? iam.user,
    password: overrides.password ?? iam.password,
    domain: { name: overrides.domain ?? iam.domain },
  };
  return postToken(simulator, {
    auth: {
      identity: { methods: ["password"], password: { user } },
      scope: { project: overrides.project ?? { id: iam.projectId } },
    },
  });
}

/** Any body for IAM's token route; text is sent as it is. */
export function postToken(simulator: Simulator, body: object | string): Promise<Answer> {
  const url = simulator.endpoints.iam;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return send({
    url,
    method: "POST",
    path: "/v3/auth/tokens",
    query: "",
    headers: { host: new URL(url).host, "content-type": "application/json" },
    body: Buffer.from(text),
  });
}

/** The list in a field of an answer, each row as loose JSON. @throws when there is none. */
export function rowsOf(answer: Answer, field: string): Record<string, unknown>[] {
  const value = answer.json[field];
  if (!Array.isArray(value))
    throw new Error(`no list ${field} in HTTP ${answer.status}: ${answer.text.slice(0, 300)}`);
  return value.map((row: unknown) => Object.fromEntries(Object.entries(row ?? {})));
}
