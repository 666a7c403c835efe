import type { CloudClient } from "@/lib/server/clouds/operation";

/** The client, with an error of our own in every call whose parameters name the text. */
export function failingAt(client: CloudClient, text: string): CloudClient {
  return {
    async call(operation, parameters, options) {
      if (JSON.stringify(parameters).includes(text)) throw new TypeError("broken on purpose");
      return client.call(operation, parameters, options);
    },
  };
}
