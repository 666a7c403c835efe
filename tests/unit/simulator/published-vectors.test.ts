import { describe, expect, test } from "vitest";
import { acs3Signature, sha256Hex } from "@/lib/simulator/signature/acs3-signature";
import { sdkHmacSignature } from "@/lib/simulator/signature/sdk-hmac-signature";

const ACS3_SECRET = "YourAccessKeySecret";
const EMPTY_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const RUN_INSTANCES_QUERY =
  "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai";
const MODIFY_QUERY =
  "EventIds.1=c82cb276847e9c96f9597d9f4b0cdcff&EventIds.2=18ba94fea9aaaaaaaae66ba0557b7b91&InstanceId=waf_v2_public_cn-test001&Note=%E8%AF%AF%E6%8A%A5%20ok%2A~%2B%2F%3D%26&RegionId=cn-hangzhou&UserStatus=ignored";

interface Acs3Vector {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: string;
  readonly hash: string | null;
  readonly signature: string;
}

function acs3Headers(
  host: string,
  action: string,
  version: string,
  date: string,
  nonce: string,
): Record<string, string> {
  return {
    host,
    "x-acs-action": action,
    "x-acs-version": version,
    "x-acs-date": date,
    "x-acs-signature-nonce": nonce,
    "x-acs-content-sha256": EMPTY_BODY,
  };
}

const MODIFY_HEADERS = acs3Headers(
  "wafopenapi.cn-hangzhou.aliyuncs.com",
  "ModifyApisecEvents",
  "2021-10-01",
  "2026-01-02T03:04:05Z",
  "0123456789abcdef0123456789abcdef",
);

const ACS3_VECTORS: readonly Acs3Vector[] = [
  {
    name: "published: fixed parameters of the V3 page",
    headers: acs3Headers(
      "ecs.cn-shanghai.aliyuncs.com",
      "RunInstances",
      "2014-05-26",
      "2023-10-26T10:22:32Z",
      "3156853299f313e23d1673dc12e1703d",
    ),
    query: RUN_INSTANCES_QUERY,
    hash: "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259",
    signature: "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
  },
  {
    name: "published: the other date and nonce of the V3 page",
    headers: acs3Headers(
      "ecs.cn-shanghai.aliyuncs.com",
      "RunInstances",
      "2014-05-26",
      "2023-10-26T09:01:01Z",
      "d410180a5abf7fe235dd9b74aca91fc0",
    ),
    query: RUN_INSTANCES_QUERY,
    hash: null,
    signature: "e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804",
  },
  {
    name: "regression: Chinese text and reserved characters",
    headers: MODIFY_HEADERS,
    query: MODIFY_QUERY,
    hash: "9c3ac826114071621a41bd81009daa4f07a6ac60571a706c2c63b2e1ba2d9bc6",
    signature: "438c89e1b27d52fec31f4e2fb2a95b5b8f84128fd13386b50272168a9ff49538",
  },
  {
    name: "regression: with a security token",
    headers: { ...MODIFY_HEADERS, "x-acs-security-token": "TestSecurityToken" },
    query: MODIFY_QUERY,
    hash: "82c9d3f307d75319ede01bd8effbef91c5512ff09dbe04b0468072ef182ededb",
    signature: "b8cfe8779fb7e178a4455d688c37603b44f9dee4ea09493dbacb496583064c22",
  },
];

describe("ACS3-HMAC-SHA256", () => {
  test.each(ACS3_VECTORS)("reproduces the vector ($name)", ({ headers, query, hash, signature }) => {
    const request = { method: "POST", path: "/", query, headers, body: Buffer.alloc(0) };
    const result = acs3Signature(request, ACS3_SECRET);
    expect(result.signature).toBe(signature);
    if (hash !== null) expect(result.canonicalHash).toBe(hash);
  });

  test("gives the same signature for any order of the query's parameters", () => {
    const query = MODIFY_QUERY.split("&").reverse().join("&");
    const request = { method: "POST", path: "/", query, headers: MODIFY_HEADERS, body: Buffer.alloc(0) };
    expect(acs3Signature(request, ACS3_SECRET).signature).toBe(ACS3_VECTORS[2]?.signature);
  });

  test("covers the headers of the cloud and leaves out those that proxies add", () => {
    const headers = {
      ...MODIFY_HEADERS,
      "user-agent": "any",
      accept: "*/*",
      "content-type": "application/json",
    };
    const request = { method: "POST", path: "/", query: "", headers, body: Buffer.alloc(0) };
    expect(acs3Signature(request, ACS3_SECRET).signedHeaders).toBe(
      "content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version",
    );
  });

  test("hashes an empty body to the published constant", () => {
    expect(sha256Hex("")).toBe(EMPTY_BODY);
  });
});

interface SdkHmacVector {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signed: readonly string[];
  readonly body: string;
  readonly secret: string;
  readonly hash: string | null;
  readonly signature: string;
}

const RESOURCES = {
  path: "/resources",
  query: "size=1",
  headers: { host: "service.endpoint.myhuaweicloud.com", "x-sdk-date": "20200608T023900Z" },
  signed: ["host", "x-sdk-date"],
  secret: "SecretKey",
  hash: null,
};

const SDK_HMAC_VECTORS: readonly SdkHmacVector[] = [
  {
    name: "published: signing guide",
    method: "GET",
    path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
    query: "limit=2&marker=13551d6b-755d-4757-b956-536f674975c0",
    headers: {
      "content-type": "application/json",
      host: "service.region.example.com",
      "x-sdk-date": "20191115T033655Z",
    },
    signed: ["content-type", "host", "x-sdk-date"],
    body: "",
    secret: "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc",
    hash: "b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a",
    signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
  },
  {
    ...RESOURCES,
    name: "published: Python SDK, GET",
    method: "GET",
    body: "",
    signature: "cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842",
  },
  {
    ...RESOURCES,
    name: "published: Python SDK, POST with a body",
    method: "POST",
    body: '{"name":"test","id":1}',
    signature: "436b1ac0a1ae03705934bb70ef2f2e09f7bfed2117d731a38235053199323a1f",
  },
  {
    name: "regression: HSS list with a blank in a value",
    method: "GET",
    path: "/v5/0123456789abcdef0123456789abcdef/rasp/events",
    query: "attack_tag=Attack%20Success&end_time=1736467200000&limit=200&offset=0&start_time=1736380800000",
    headers: { host: "hss.cn-north-4.myhuaweicloud.com", "x-sdk-date": "20260102T030405Z" },
    signed: ["host", "x-sdk-date"],
    body: "",
    secret: "SecretKey",
    hash: "b1066149dd5fca6ce268a2460b2c6b3aef8c189c7c1bf7fb61e97d4e34415a2e",
    signature: "680118a63ed325f5a4e69ae9e9759707bf97de10e87e5bc6ec2f0ea7b0897f06",
  },
];

describe("SDK-HMAC-SHA256", () => {
  test.each(SDK_HMAC_VECTORS)(
    "reproduces the vector ($name)",
    ({ signed, secret, hash, signature, body, ...rest }) => {
      const result = sdkHmacSignature({ ...rest, body: Buffer.from(body) }, signed, secret);
      expect(result.signature).toBe(signature);
      if (hash !== null) expect(result.canonicalHash).toBe(hash);
    },
  );

  test("takes a path with and without its last slash for the same", () => {
    const [vector] = SDK_HMAC_VECTORS;
    if (!vector) throw new Error("the list of vectors is empty");
    const request = { ...vector, path: `${vector.path}/`, body: Buffer.alloc(0) };
    expect(sdkHmacSignature(request, vector.signed, vector.secret).signature).toBe(vector.signature);
  });
});
