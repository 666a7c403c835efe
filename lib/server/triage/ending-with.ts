import type { CloudClient } from "@/lib/server/clouds/operation";

/**
 * The client whose calls end with the signal's own reason: to a source, a call that our limit ended has timed
 * out, and no reader has gone away.
 */
export function endingWith(client: CloudClient, signal: AbortSignal): CloudClient {
  return {
    async call(operation, parameters, options) {
      try {
        return await client.call(operation, parameters, options);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      }
    },
  };
}
