import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import { z } from "zod";
import type { Clock } from "@/lib/server/clock";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import type { CallBudgets } from "./call-budgets";
import { CloudError } from "./cloud-error";
import { connectionParameters } from "./connection-parameters";
import { createAuthorizer } from "./create-authorizer";
import { createInstanceFinder, missesInstance } from "./instance-finder";
import type { CallPriority, CloudClient, CloudOperation } from "./operation";
import { FILLED_IN } from "./parse-parameters";
import { type CallContext, performCall } from "./perform-call";
import type { Fetch } from "./send";
import { type Sleep, systemSleep } from "./sleep";

/** Larger than any page of the clouds: 200 records of some ten kilobytes. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const OVERALL_MS: Readonly<Record<CallPriority, number>> = { person: 30_000, background: 120_000 };

/** The outer world of a client, and its limits. */
export type CloudClientDeps = {
  readonly budgets: CallBudgets;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly fetch?: Fetch;
  /** From 0 to below 1. */
  readonly random?: () => number;
  /** Another one for every try. */
  readonly nonce?: () => string;
  readonly sleep?: Sleep;
  /** Milliseconds for one try. */
  readonly timeoutMs?: number;
  /** Milliseconds for a call with all its tries. */
  readonly overallMs?: Readonly<Record<CallPriority, number>>;
  readonly maxBodyBytes?: number;
};

/** A client that calls the clouds for one connection. */
export function createCloudClient(connection: ConnectionConfig, deps: CloudClientDeps): CloudClient {
  const limits = {
    fetch: deps.fetch ?? fetch,
    timeoutMs: deps.timeoutMs ?? TIMEOUT_MS,
    maxBodyBytes: deps.maxBodyBytes ?? MAX_BODY_BYTES,
  };
  const context: CallContext = {
    ...limits,
    connectionId: connection.id,
    authorizer: createAuthorizer(connection, { ...limits, clock: deps.clock }),
    budgets: deps.budgets,
    clock: deps.clock,
    logger: deps.logger,
    random: deps.random ?? Math.random,
    nonce: deps.nonce ?? (() => randomBytes(16).toString("hex")),
    sleep: deps.sleep ?? systemSleep,
    overallMs: deps.overallMs ?? OVERALL_MS,
  };
  const finder = createInstanceFinder(connection, context);
  return {
    async call(operation, parameters, options) {
      const given = checkParameters(operation, connection, parameters);
      const { signal } = options;
      const fill = () =>
        connectionParameters(operation, connection, () => finder.find(operation.name, signal));
      const filled = await fill();
      try {
        return await performCall(context, { operation, parameters: { ...given, ...filled }, ...options });
      } catch (error) {
        if (filled.InstanceId === undefined || !missesInstance(error)) throw error;
        finder.forget(filled.InstanceId);
        const again = await fill();
        if (again.InstanceId === filled.InstanceId) throw error;
        return performCall(context, { operation, parameters: { ...given, ...again }, ...options });
      }
    },
  };
}

/**
 * @throws z.ZodError for parameters that do not match the declaration or that the connection fills in.
 */
function checkParameters(
  operation: CloudOperation,
  connection: ConnectionConfig,
  parameters: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (operation.product !== connection.product)
    throw new CloudError(
      "invalid",
      `${operation.name} is an operation of ${operation.product}, the connection ${connection.id} is to ${connection.product}.`,
      { operation: operation.name },
    );
  const foreign = operation.fromConnection.filter((name) => name in parameters);
  if (foreign.length > 0)
    throw new z.ZodError(
      foreign.map((name) => ({
        code: "custom",
        path: [name],
        message: FILLED_IN,
        input: undefined,
      })),
    );
  return operation.request.parse(parameters);
}
