import { describe, expect, it } from "vitest";
import { signAcs3 } from "@/lib/server/clouds/sign-acs3";
import { signHuawei } from "@/lib/server/clouds/sign-huawei";
import { encodeQuery } from "@/lib/server/clouds/signed-request";

const ALIBABA_SAMPLE_KEYS = {
  accessKeyId: "YourAccessKeyId",
  accessKeySecret: "YourAccessKeySecret",
  securityToken: null,
};

const RUN_INSTANCES = {
  endpoint: "https://ecs.cn-shanghai.aliyuncs.com",
  action: "RunInstances",
  version: "2014-05-26",
  parameters: { RegionId: "cn-shanghai", ImageId: "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd" },
};

const MODIFY_EVENTS = {
  endpoint: "https://wafopenapi.cn-hangzhou.aliyuncs.com",
  action: "ModifyApisecEvents",
  version: "2021-10-01",
  parameters: {
    UserStatus: "ignored",
    RegionId: "cn-hangzhou",
    Note: "误报 ok*~+/=&",
    InstanceId: "waf_v2_public_cn-test001",
    EventIds: ["c82cb276847e9c96f9597d9f4b0cdcff", "18ba94fea9aaaaaaaae66ba0557b7b91"],
  },
};

describe("Alibaba Cloud's V3 signature", () => {
  it.each([
    {
      name: "the signature page's vector",
      call: RUN_INSTANCES,
      keys: ALIBABA_SAMPLE_KEYS,
      at: "2023-10-26T10:22:32Z",
      nonce: "3156853299f313e23d1673dc12e1703d",
      signature: "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
    },
    {
      name: "the second published vector",
      call: RUN_INSTANCES,
      keys: ALIBABA_SAMPLE_KEYS,
      at: "2023-10-26T09:01:01Z",
      nonce: "d410180a5abf7fe235dd9b74aca91fc0",
      signature: "e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804",
    },
    {
      name: "lists, Chinese text and reserved characters",
      call: MODIFY_EVENTS,
      keys: ALIBABA_SAMPLE_KEYS,
      at: "2026-01-02T03:04:05.999Z",
      nonce: "0123456789abcdef0123456789abcdef",
      signature: "438c89e1b27d52fec31f4e2fb2a95b5b8f84128fd13386b50272168a9ff49538",
    },
    {
      name: "a security token, which is signed",
      call: MODIFY_EVENTS,
      keys: { ...ALIBABA_SAMPLE_KEYS, securityToken: "TestSecurityToken" },
      at: "2026-01-02T03:04:05Z",
      nonce: "0123456789abcdef0123456789abcdef",
      signature: "b8cfe8779fb7e178a4455d688c37603b44f9dee4ea09493dbacb496583064c22",
    },
  ])("reproduces $name", ({ call, keys, at, nonce, signature }) => {
    const { headers } = signAcs3(call, keys, new Date(at), nonce);
    expect(headers.authorization).toMatch(/^ACS3-HMAC-SHA256 Credential=YourAccessKeyId,/);
    expect(headers.authorization).toMatch(new RegExp(`,Signature=${signature}$`));
  });

  it("sends every parameter in the URL, in the form and order in which it was signed", () => {
    const { url, body } = signAcs3(MODIFY_EVENTS, ALIBABA_SAMPLE_KEYS, new Date(), "n");
    expect(body).toBeUndefined();
    expect(new URL(url).search).toBe(
      "?EventIds.1=c82cb276847e9c96f9597d9f4b0cdcff&EventIds.2=18ba94fea9aaaaaaaae66ba0557b7b91" +
        "&InstanceId=waf_v2_public_cn-test001&Note=%E8%AF%AF%E6%8A%A5%20ok%2A~%2B%2F%3D%26" +
        "&RegionId=cn-hangzhou&UserStatus=ignored",
    );
  });
});

describe("Huawei Cloud's signature", () => {
  it.each([
    {
      name: "the signing guide's vector",
      call: {
        endpoint: "https://service.region.example.com",
        path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs",
        query: { marker: "13551d6b-755d-4757-b956-536f674975c0", limit: "2" },
        headers: { "content-type": "application/json" },
      },
      keys: {
        accessKey: "QTWAOYTTINDUT2QVKYUC",
        secretKey: ["MFyfvK41ba2giqM7Uio6", "PznpdUKGpownRZlmVmHc"].join(""),
      },
      at: "2019-11-15T03:36:55Z",
      signature: "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe",
    },
    {
      name: "the Python SDK's vector",
      call: {
        endpoint: "https://service.endpoint.myhuaweicloud.com",
        path: "/resources",
        query: { size: "1" },
        headers: {},
      },
      keys: { accessKey: "AccessKey", secretKey: "SecretKey" },
      at: "2020-06-08T02:39:00Z",
      signature: "cfb4171acec81de07d50e53d57eb77edd537414d66ddb1d7d780f128e12cd842",
    },
    {
      name: "a list of RASP events, its query unsorted",
      call: {
        endpoint: "https://hss.cn-north-4.myhuaweicloud.com",
        path: "/v5/0123456789abcdef0123456789abcdef/rasp/events",
        query: {
          start_time: "1736380800000",
          offset: "0",
          limit: "200",
          end_time: "1736467200000",
          attack_tag: "Attack Success",
        },
        headers: {},
      },
      keys: { accessKey: "AccessKey", secretKey: "SecretKey" },
      at: "2026-01-02T03:04:05.999Z",
      signature: "680118a63ed325f5a4e69ae9e9759707bf97de10e87e5bc6ec2f0ea7b0897f06",
    },
  ])("reproduces $name", ({ call, keys, at, signature }) => {
    const { headers, url } = signHuawei(call, { ...keys, securityToken: null }, new Date(at));
    expect(headers.Authorization).toMatch(new RegExp(`^SDK-HMAC-SHA256 Access=${keys.accessKey}, `));
    expect(headers.Authorization).toMatch(new RegExp(`, Signature=${signature}$`));
    expect(new URL(url).search).toBe(`?${encodeQuery(call.query)}`);
  });

  it("signs the security token of temporary keys", () => {
    const keys = { accessKey: "AccessKey", secretKey: "SecretKey", securityToken: "TestSecurityToken" };
    const call = { endpoint: "https://hss.example.com", path: "/v5/p/rasp/events", query: {}, headers: {} };
    const { headers } = signHuawei(call, keys, new Date());
    expect(headers["X-Security-Token"]).toBe("TestSecurityToken");
    expect(headers.Authorization).toContain("x-security-token");
  });
});

describe("a query", () => {
  it("encodes everything that RFC 3986 reserves and survives the platform's URL parser", () => {
    const query = encodeQuery({ b: "!'()*~ \"<>", a: ["2", "1"], é: "" });
    expect(query).toBe("a=1&a=2&b=%21%27%28%29%2A~%20%22%3C%3E&%C3%A9=");
    expect(new URL(`https://example.com/?${query}`).search).toBe(`?${query}`);
  });
});
