import type { Product } from "@/lib/events/source-id";
import type { Secret } from "./secret";

/** How a connection proves who it is. */
export type ConnectionCredentials =
  | {
      readonly kind: "alibaba-keys";
      readonly accessKeyId: Secret;
      readonly accessKeySecret: Secret;
      /** Only with temporary (STS) keys. */
      readonly securityToken?: Secret;
    }
  /** The Alibaba SDK's chain: environment, OIDC, profile files, instance role, credentials URI. */
  | { readonly kind: "alibaba-chain" }
  | {
      readonly kind: "huawei-keys";
      readonly accessKey: Secret;
      readonly secretKey: Secret;
      /** Only with temporary keys. */
      readonly securityToken?: Secret;
    }
  /** A token from IAM (Keystone v3), sent as X-Auth-Token. */
  | {
      readonly kind: "huawei-iam";
      readonly user: Secret;
      readonly password: Secret;
      /** The account that the IAM user belongs to. */
      readonly domain: Secret;
      /** Project name for the token's scope; the connection's projectId where absent. */
      readonly project?: string;
      /** Origin of the IAM service, without a trailing slash. */
      readonly endpoint?: string;
    };

/** One configured account + region + instance or project through which sources are read. */
export type ConnectionConfig = {
  /** URL-safe, unique. */
  readonly id: string;
  readonly name: string;
  readonly product: Product;
  readonly region: string;
  /** WAF only; found by DescribeInstance where absent. */
  readonly instanceId?: string;
  /** HSS only, and always there. */
  readonly projectId?: string;
  /** HSS only. */
  readonly enterpriseProjectId?: string;
  /** WAF only: hybrid cloud cluster. */
  readonly clusterId?: string;
  /** WAF only. */
  readonly resourceGroupId?: string;
  /** How far the first sync goes back, days. */
  readonly lookbackDays: number;
  /** Origin without a trailing slash, in place of the cloud's own for the region. */
  readonly endpoint?: string;
  readonly credentials: ConnectionCredentials;
};

/** How a connection authenticates, in words; never a key. */
export function describeAuthentication(credentials: ConnectionCredentials): string {
  switch (credentials.kind) {
    case "alibaba-keys":
      return credentials.securityToken ? "Temporary access key (STS)" : "Access key";
    case "alibaba-chain":
      return "Alibaba Cloud credential chain";
    case "huawei-keys":
      return credentials.securityToken ? "Temporary access key" : "Access key";
    case "huawei-iam":
      return "IAM user token";
  }
}
