import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { Secret } from "@/lib/server/config/secret";
import type { Simulator } from "@/lib/simulator";
import { firewallConnection, hssConnection, iamCredentials, wafConnection } from "./cloud-connections";

/** Connections of our own kind to a running simulator, one per product. */
export function simulatedConnections({ endpoints, credentials }: Simulator) {
  const { alibaba, huawei, projectId } = credentials;
  const { instanceId: _, ...waf } = wafConnection({
    endpoint: endpoints.waf,
    credentials: alibabaKeys(alibaba),
  });
  return {
    waf,
    cloudFirewall: firewallConnection({
      endpoint: endpoints.cloudFirewall,
      credentials: alibabaKeys(alibaba),
    }),
    hss: hssConnection({ endpoint: endpoints.hss, projectId, credentials: huaweiKeys(huawei) }),
  } satisfies Record<string, ConnectionConfig>;
}

type AlibabaKey = { accessKeyId: string; accessKeySecret: string; securityToken?: string };

export function alibabaKeys({ accessKeyId, accessKeySecret, securityToken }: AlibabaKey) {
  return {
    kind: "alibaba-keys",
    accessKeyId: new Secret(accessKeyId),
    accessKeySecret: new Secret(accessKeySecret),
    ...(securityToken && { securityToken: new Secret(securityToken) }),
  } as const;
}

type HuaweiKey = { accessKey: string; secretKey: string; securityToken?: string };

export function huaweiKeys({ accessKey, secretKey, securityToken }: HuaweiKey) {
  return {
    kind: "huawei-keys",
    accessKey: new Secret(accessKey),
    secretKey: new Secret(secretKey),
    ...(securityToken && { securityToken: new Secret(securityToken) }),
  } as const;
}

/** The simulator's IAM user. */
export function simulatedIam({ endpoints, credentials }: Simulator) {
  return iamCredentials(endpoints.iam, credentials.iam.password);
}
