import { type CloudClientDeps, createCloudClient } from "@/lib/server/clouds/cloud-client";
import { createMemoryLedger } from "@/lib/server/clouds/memory-ledger";
import { createQueuedBudgets } from "@/lib/server/clouds/queued-budgets";
import { systemSleep } from "@/lib/server/clouds/sleep";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { Secret } from "@/lib/server/config/secret";
import { createLogger } from "@/lib/server/log";

/** Words that must never come back out. */
export const PLANTED = {
  accessKeyId: "LTAI5tPlantedKeyId",
  accessKeySecret: "PlantedAccessKeySecret",
  securityToken: "PlantedSecurityToken",
  accessKey: "PLANTEDHUAWEIKEY",
  secretKey: "PlantedHuaweiSecretKey",
  password: "PlantedIamPassword",
} as const;

export function wafConnection(overrides: Partial<ConnectionConfig> = {}): ConnectionConfig {
  return {
    id: "test-waf",
    name: "Test WAF",
    product: "waf",
    region: "cn-hangzhou",
    instanceId: "waf_v2_public_cn-test001",
    lookbackDays: 30,
    credentials: {
      kind: "alibaba-keys",
      accessKeyId: new Secret(PLANTED.accessKeyId),
      accessKeySecret: new Secret(PLANTED.accessKeySecret),
    },
    ...overrides,
  };
}

export function firewallConnection(overrides: Partial<ConnectionConfig> = {}): ConnectionConfig {
  const { instanceId: _, ...shared } = wafConnection();
  return {
    ...shared,
    id: "test-firewall",
    name: "Test Cloud Firewall",
    product: "cloud-firewall",
    ...overrides,
  };
}

export function hssConnection(overrides: Partial<ConnectionConfig> = {}): ConnectionConfig {
  return {
    id: "test-hss",
    name: "Test HSS",
    product: "hss",
    region: "cn-north-4",
    projectId: "0123456789abcdef0123456789abcdef",
    lookbackDays: 30,
    credentials: {
      kind: "huawei-keys",
      accessKey: new Secret(PLANTED.accessKey),
      secretKey: new Secret(PLANTED.secretKey),
    },
    ...overrides,
  };
}

/** Credentials of an IAM user; give the endpoint of a test server. */
export function iamCredentials(endpoint: string, password: string = PLANTED.password) {
  return {
    kind: "huawei-iam",
    user: new Secret("watchfloor-reader"),
    password: new Secret(password),
    domain: new Secret("example-domain"),
    endpoint,
  } as const;
}

/** Budgets of this process on the real clock. */
export function systemBudgets() {
  return createQueuedBudgets({ ledger: createMemoryLedger(), clock: () => new Date(), sleep: systemSleep });
}

/** A client on the real clock that does not wait between tries. */
export function testClient(connection: ConnectionConfig, deps: Partial<CloudClientDeps> = {}) {
  return createCloudClient(connection, {
    budgets: systemBudgets(),
    clock: () => new Date(),
    logger: createLogger("fatal"),
    sleep: async (_, signal) => signal.throwIfAborted(),
    ...deps,
  });
}
