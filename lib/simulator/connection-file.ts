import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Simulator } from "@/lib/simulator/start-simulator";

const FILE_NAME = "connections.json";

/** Where the connections of a simulator are written inside a directory; absolute. */
export function connectionFilePath(directory: string): string {
  return resolve(directory, FILE_NAME);
}

/** Takes away what an earlier run left, so that the file's presence means "ready". */
export async function removeConnectionFile(directory: string): Promise<void> {
  await rm(connectionFilePath(directory), { force: true });
}

/**
 * Writes the secrets, one file each and readable by the owner alone, then connections.json in one step:
 * whoever sees it can use it.
 *
 * @returns the absolute path of connections.json.
 */
export async function writeConnectionFile(directory: string, simulator: Simulator): Promise<string> {
  const root = resolve(directory);
  await mkdir(root, { recursive: true, mode: 0o700 });
  const { endpoints, credentials } = simulator;
  async function secret(name: string, value: string): Promise<string> {
    const path = join(root, name);
    await writeFile(path, value, { mode: 0o600 });
    return `file:${path}`;
  }
  const alibaba = {
    accessKeyId: await secret("alibaba-access-key-id", credentials.alibaba.accessKeyId),
    accessKeySecret: await secret("alibaba-access-key-secret", credentials.alibaba.accessKeySecret),
  };
  const huawei = {
    accessKey: await secret("huawei-access-key", credentials.huawei.accessKey),
    secretKey: await secret("huawei-secret-key", credentials.huawei.secretKey),
  };
  const connections = [
    {
      id: "demo-waf",
      name: "Demo WAF",
      product: "waf",
      region: "cn-hangzhou",
      endpoint: endpoints.waf,
      credentials: alibaba,
    },
    {
      id: "demo-firewall",
      name: "Demo Cloud Firewall",
      product: "cloud-firewall",
      region: "cn-hangzhou",
      endpoint: endpoints.cloudFirewall,
      credentials: alibaba,
    },
    {
      id: "demo-hss",
      name: "Demo HSS",
      product: "hss",
      region: "cn-north-4",
      projectId: credentials.projectId,
      enterpriseProjectId: "all_granted_eps",
      endpoint: endpoints.hss,
      credentials: huawei,
    },
  ];
  const path = connectionFilePath(root);
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify({ connections }, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
  return path;
}
