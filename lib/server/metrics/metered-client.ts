import type { CallBudgets } from "@/lib/server/clouds/call-budgets";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import type { CloudClient } from "@/lib/server/clouds/operation";
import type { Metrics } from "./create-metrics";

const secondsSince = (start: number) => (performance.now() - start) / 1000;

/** Counts the calls of a client by operation and outcome. */
export function meteredClient(client: CloudClient, connection: string, metrics: Metrics): CloudClient {
  return {
    async call(operation, parameters, options) {
      const start = performance.now();
      const count = (outcome: string) =>
        metrics.cloudCalled({ connection, operation: operation.name, outcome }, secondsSince(start));
      try {
        const answer = await client.call(operation, parameters, options);
        count("ok");
        return answer;
      } catch (error) {
        count(error instanceof CloudError ? error.kind : "refused-here");
        throw error;
      }
    },
  };
}

/** Measures how long calls wait for their turn. */
export function meteredBudgets(budgets: CallBudgets, metrics: Metrics): CallBudgets {
  return {
    async take(request) {
      const start = performance.now();
      await budgets.take(request);
      // The key begins with whom the limit is counted for, which nobody outside needs to know.
      metrics.waited(request.key.slice(request.key.lastIndexOf(":") + 1), secondsSince(start));
    },
    answered: (key, takenAt) => budgets.answered?.(key, takenAt),
  };
}
