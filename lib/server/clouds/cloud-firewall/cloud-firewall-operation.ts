import { list } from "../parameters";

/** Cloud Firewall. Facts: the product's API overview. */
export const CLOUD_FIREWALL_API = { style: "acs-rpc", version: "2017-12-07" } as const;

/** 10 calls per second and user: published for DescribeRiskEventGroup, kept for its neighbours too. */
export const TEN_PER_SECOND = { calls: 10, perMs: 1000 } as const;

/** Internal failures that come as HTTP 400. */
export const INTERNAL_FAILURES = ["ErrorDBSelectError", "ErrorMarshalJSON"] as const;

export const ATTACK_TYPES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"] as const;

export const FIREWALL_TYPES = ["InternetFirewall", "VpcFirewall"] as const;

/** Numeric codes of the editions. */
export const BUY_VERSIONS = ["2", "3", "4", "10"] as const;

export const names = () => list(100);
