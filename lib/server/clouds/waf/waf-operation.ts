import { text } from "../parameters";

/** WAF 3.0. Facts: the product's API overview and endpoint page. */
export const WAF_API = { style: "acs-rpc", version: "2021-10-01" } as const;

/** No limit is published for WAF 3.0; this is what its predecessor's instance query allows per account. */
export const FIFTY_PER_SECOND = { calls: 50, perMs: 1000 } as const;

/** Parameters of every operation; the connection fills them in. */
export const siteParameters = {
  RegionId: text().exactOptional(),
  ResourceManagerResourceGroupId: text().exactOptional(),
};

/** Required by the cloud everywhere but in DescribeInstance: the client always fills it in. */
export const instanceParameters = { ...siteParameters, InstanceId: text().exactOptional() };

/** API security knows hybrid-cloud clusters. */
export const apisecParameters = { ...instanceParameters, ClusterId: text().exactOptional() };

export const FROM_SITE = ["RegionId", "ResourceManagerResourceGroupId"] as const;
export const FROM_INSTANCE = [...FROM_SITE, "InstanceId"] as const;
export const FROM_CLUSTER = [...FROM_INSTANCE, "ClusterId"] as const;

export const EVENT_SCOPES = ["ip", "account"] as const;
