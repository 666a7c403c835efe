import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { CloudError } from "./cloud-error";
import { connectionParameters } from "./connection-parameters";
import { wafSite } from "./endpoint-of";
import { type CallContext, performCall } from "./perform-call";
import { sharedWork } from "./shared-work";
import { describeInstance } from "./waf/describe-instance";

/**
 * Whether the instance that was named may be the reason of a refusal. No document tells the WAF's own code: whatever is
 * not found, and a code that names the instance.
 */
export function missesInstance(error: unknown): boolean {
  return (
    error instanceof CloudError && (error.kind === "not-found" || /Instance/i.test(error.facts.code ?? ""))
  );
}

/** The WAF instance of a connection: configured, or the only one that the account owns at the site. */
export function createInstanceFinder(connection: ConnectionConfig, context: CallContext) {
  const configured = connection.instanceId ?? null;
  let known = configured;
  const find = sharedWork(async (signal) => {
    const parameters = await connectionParameters(describeInstance, connection, noInstance);
    const call = { operation: describeInstance, parameters, priority: "person", signal } as const;
    const { data, requestId } = await performCall(context, call);
    if (!data.InstanceId)
      throw new CloudError(
        "not-found",
        `The account owns no WAF 3.0 instance at the site ${wafSite(connection.region)}. Check the ` +
          "connection's region and credentials, or write its instanceId.",
        { operation: describeInstance.name, requestId },
      );
    known = data.InstanceId;
    return known;
  });
  return {
    async find(operation: string, signal: AbortSignal): Promise<string> {
      if (known !== null) return known;
      try {
        return await find(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
        throw new CloudError("cancelled", "The caller went away.", { operation });
      }
    },
    /** An instance that was found may be replaced by another one; one that is configured is what is wanted. */
    forget(instance: string): void {
      if (known === instance) known = configured;
    },
  };
}

function noInstance(): Promise<string> {
  return Promise.reject(new Error("DescribeInstance takes no InstanceId"));
}
