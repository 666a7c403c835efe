import type { Product } from "@/lib/events/source-id";

/** What of a connection decides where its calls go. */
type Placed = { readonly product: Product; readonly region: string; readonly endpoint?: string };

/**
 * The RegionId that WAF operations take: the mainland site, or the one for everywhere else. Fact: the
 * product's endpoint page.
 */
export function wafSite(region: string): "cn-hangzhou" | "ap-southeast-1" {
  return region.startsWith("cn-") && region !== "cn-hongkong" ? "cn-hangzhou" : "ap-southeast-1";
}

/** Regions with a host of their own, from the SDK's map; pages of other dates name the central host. */
const CLOUD_FIREWALL_HOSTS: Readonly<Record<string, string>> = {
  "cn-hangzhou": "cloudfw.cn-hangzhou.aliyuncs.com",
  "ap-southeast-1": "cloudfw.ap-southeast-1.aliyuncs.com",
  "ap-southeast-3": "cloudfw.ap-southeast-1.aliyuncs.com",
};

/** The Huawei regions of Europe stand under another top-level domain. */
function huaweiHost(service: string, region: string): string {
  return `${service}.${region}.myhuaweicloud.${region === "eu-west-101" ? "eu" : "com"}`;
}

/** The origin that a connection's calls go to, without a trailing slash. */
export function endpointOf(connection: Placed): string {
  if (connection.endpoint) return connection.endpoint;
  switch (connection.product) {
    case "waf":
      return `https://wafopenapi.${wafSite(connection.region)}.aliyuncs.com`;
    case "cloud-firewall":
      return `https://${CLOUD_FIREWALL_HOSTS[connection.region] ?? "cloudfw.aliyuncs.com"}`;
    case "hss":
      return `https://${huaweiHost("hss", connection.region)}`;
  }
}

/** The origin of a region's IAM. */
export function iamEndpointOf(region: string): string {
  return `https://${huaweiHost("iam", region)}`;
}
