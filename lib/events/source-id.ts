/** The four upstream event lists that Watchfloor reads. */
export const SOURCE_IDS = ["waf-api-security", "waf-threat", "cloud-firewall", "hss-rasp"] as const;

export type SourceId = (typeof SOURCE_IDS)[number];

/** The cloud products that a connection can be made to. */
export const PRODUCTS = ["waf", "cloud-firewall", "hss"] as const;

export type Product = (typeof PRODUCTS)[number];

/** The sources that each product yields. */
export const SOURCES_OF_PRODUCT: Record<Product, readonly SourceId[]> = {
  waf: ["waf-api-security", "waf-threat"],
  "cloud-firewall": ["cloud-firewall"],
  hss: ["hss-rasp"],
};
