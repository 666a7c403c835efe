import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { CloudError } from "./cloud-error";
import { wafSite } from "./endpoint-of";
import type { CloudOperation } from "./operation";

/**
 * The parameters that a connection fills into an operation; those without a value are left out.
 * @param instanceId finds the WAF instance; asked only when the operation needs it.
 * @throws CloudError what `instanceId` throws.
 */
export async function connectionParameters(
  operation: CloudOperation,
  connection: ConnectionConfig,
  instanceId: () => Promise<string>,
): Promise<Readonly<Record<string, string>>> {
  const filled: Record<string, string> = {};
  for (const name of operation.fromConnection) {
    const value = name === "InstanceId" ? await instanceId() : valueFor(name, operation, connection);
    if (value !== undefined) filled[name] = value;
  }
  return filled;
}

function valueFor(name: string, operation: CloudOperation, connection: ConnectionConfig): string | undefined {
  switch (name) {
    case "RegionId":
      return wafSite(connection.region);
    case "ResourceManagerResourceGroupId":
      return connection.resourceGroupId;
    case "ClusterId":
      return connection.clusterId;
    case "project_id":
      return connection.projectId;
    case "enterprise_project_id":
      return connection.enterpriseProjectId;
    default:
      throw new CloudError("invalid", `A connection has no parameter ${name}.`, {
        operation: operation.name,
      });
  }
}
