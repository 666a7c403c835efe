import type { CallBudgets } from "@/lib/server/clouds/call-budgets";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { firewallConnection, hssConnection, wafConnection } from "./cloud-connections";

/** One connection per product, all to the same server. */
export function stubConnections(endpoint: string): ConnectionConfig[] {
  return [wafConnection({ endpoint }), firewallConnection({ endpoint }), hssConnection({ endpoint })];
}

/** A stub has no limits of its own, and no test waits a minute for one. */
export const unlimited: CallBudgets = { take: async () => {} };
