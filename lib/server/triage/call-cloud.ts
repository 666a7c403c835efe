import { connectionParameters } from "@/lib/server/clouds/connection-parameters";
import type { CloudOperation } from "@/lib/server/clouds/operation";
import { findOperation, readOperations } from "@/lib/server/clouds/operations";
import { parseParameters } from "@/lib/server/clouds/parse-parameters";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import type { Deps } from "@/lib/server/deps";
import { invalidRequest, ProblemError } from "@/lib/server/http/problem-error";
import { maskJsonText } from "@/lib/server/sources/samples/mask-json";
import type { Secrets } from "@/lib/server/sources/samples/sample";

/** The query without what the connection says already; what contradicts it stays, and is refused later. */
async function withoutSettled(query: URLSearchParams, operation: CloudOperation, config: ConnectionConfig) {
  const settled = await connectionParameters(operation, config, async () => config.instanceId ?? "");
  return new URLSearchParams([...query].filter(([key, value]) => settled[key] !== value));
}

function findReadOperation({ product, id }: ConnectionConfig, name: string): CloudOperation {
  const operation = findOperation(product, name);
  if (!operation) {
    throw new ProblemError(
      "not-found",
      `The connection ${id} has no operation ${name}. It has: ${readOperations(product)
        .map((known) => known.name)
        .join(", ")}.`,
    );
  }
  if (operation.access === "read") return operation;
  throw new ProblemError("forbidden", `${name} changes data in the cloud; only reads are passed through.`);
}

/**
 * Passes one read through to the cloud, at once and ahead of the background.
 * @param query the operation's parameters under the cloud's names.
 * @returns the cloud's answer, byte for byte; with secrets masked where that is asked for.
 * @throws ProblemError for an unknown connection or operation, a write, or wrong parameters.
 * @throws CloudError when the cloud gives no usable answer.
 */
export async function callCloud(
  deps: Deps,
  { connection, operation: name }: { readonly connection: string; readonly operation: string },
  query: URLSearchParams,
  { secrets, signal }: { readonly secrets: Secrets; readonly signal: AbortSignal },
): Promise<string> {
  const cloud = deps.clouds.get(connection);
  if (!cloud) {
    const known = [...deps.clouds.keys()].join(", ");
    throw new ProblemError("not-found", `There is no connection ${connection}. There are: ${known}.`);
  }
  const operation = findReadOperation(cloud.config, name);
  const parsed = parseParameters(operation, await withoutSettled(query, operation, cloud.config));
  if (!parsed.success) {
    throw invalidRequest(
      parsed.issues.map(({ parameter, message }) => ({ field: parameter, message: `${message}.` })),
    );
  }
  const answer = await cloud.client.call(operation, parsed.data, { signal, priority: "person" });
  return secrets === "shown" ? answer.body : maskJsonText(answer.body);
}
