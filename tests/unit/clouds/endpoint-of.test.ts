import { expect, it } from "vitest";
import type { Product } from "@/lib/events/source-id";
import { endpointOf, iamEndpointOf } from "@/lib/server/clouds/endpoint-of";

it.each<[Product, string, string]>([
  ["waf", "cn-hangzhou", "https://wafopenapi.cn-hangzhou.aliyuncs.com"],
  ["waf", "cn-shanghai-finance-1", "https://wafopenapi.cn-hangzhou.aliyuncs.com"],
  ["waf", "cn-hongkong", "https://wafopenapi.ap-southeast-1.aliyuncs.com"],
  ["waf", "us-east-1", "https://wafopenapi.ap-southeast-1.aliyuncs.com"],
  ["cloud-firewall", "cn-hangzhou", "https://cloudfw.cn-hangzhou.aliyuncs.com"],
  ["cloud-firewall", "ap-southeast-3", "https://cloudfw.ap-southeast-1.aliyuncs.com"],
  ["cloud-firewall", "eu-central-1", "https://cloudfw.aliyuncs.com"],
  ["hss", "cn-north-4", "https://hss.cn-north-4.myhuaweicloud.com"],
  ["hss", "eu-west-101", "https://hss.eu-west-101.myhuaweicloud.eu"],
])("calls of %s in %s go to %s", (product, region, expected) => {
  expect(endpointOf({ product, region })).toBe(expected);
});

it("an endpoint of the connection goes before the region's", () => {
  expect(endpointOf({ product: "waf", region: "cn-hangzhou", endpoint: "http://127.0.0.1:9" })).toBe(
    "http://127.0.0.1:9",
  );
});

it("IAM is asked in the connection's own region", () => {
  expect(iamEndpointOf("cn-north-4")).toBe("https://iam.cn-north-4.myhuaweicloud.com");
});
