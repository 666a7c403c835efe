import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { firewallConnection, hssConnection, wafConnection } from "./cloud-connections";

/** One connection per product, all to the same server. */
export function stubConnections(endpoint: string): ConnectionConfig[] {
  return [wafConnection({ endpoint }), firewallConnection({ endpoint }), hssConnection({ endpoint })];
}
