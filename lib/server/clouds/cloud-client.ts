import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import { z } from "zod";
import type { Clock } from "@/lib/server/clock";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import type { CallBudgets } from "./call-budgets";
import { CloudError } from "./cloud-error";
import { connectionParameters } from "./connection-parameters";
import { createAuthorizer } from "./create-authorizer";
import { wafSite } from "./endpoint-of";
import type { CallPriority, CloudClient, CloudOperation } from "./operation";
import { FILLED_IN } from "./parse-parameters";
import { type CallContext, performCall } from "./perform-call";
import type { Fetch } from "./send";
import { sharedWork } from "./shared-work";
import { type Sleep, systemSleep } from "./sleep";
import { describeInstance } from "./waf/describe-instance";

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
  const findInstance = createInstanceFinder(connection, context);
  return {
    async call(operation, parameters, { signal, priority }) {
      const given = checkParameters(operation, connection, parameters);
      const filled = await connectionParameters(operation, connection, () =>
        findInstance(operation.name, signal),
      );
      return performCall(context, { operation, parameters: { ...given, ...filled }, priority, signal });
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

/** The WAF instance of a connection: configured, or the only one that the account owns at the site. */
function createInstanceFinder(connection: ConnectionConfig, context: CallContext) {
  let known = connection.instanceId ?? null;
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
  return async (operation: string, signal: AbortSignal): Promise<string> => {
    if (known !== null) return known;
    try {
      return await find(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new CloudError("cancelled", "The caller went away.", { operation });
    }
  };
}

function noInstance(): Promise<string> {
  return Promise.reject(new Error("DescribeInstance takes no InstanceId"));
}
