import type { CloudClientDeps } from "@/lib/server/clouds/cloud-client";
import { CloudError } from "@/lib/server/clouds/cloud-error";
import type { CloudClient } from "@/lib/server/clouds/operation";
import { describeApisecEvents } from "@/lib/server/clouds/waf/describe-apisec-events";
import { testClient, wafConnection } from "./cloud-connections";
import { scriptedFetch } from "./scripted-fetch";

/** A page of API-security events without any. */
export const EMPTY_PAGE = { body: { TotalCount: 0, Data: [], RequestId: "R-1" } };

/** The shortest range of Cloud Firewall, and of HSS. */
export const RANGE = { StartTime: 1, EndTime: 2 };
export const RASP_RANGE = { start_time: 1, end_time: 2 };

/** A person calls. */
export function options(signal = new AbortController().signal) {
  return { signal, priority: "person" } as const;
}

/** The CloudError that a call ended in. */
export async function failure(work: Promise<unknown>): Promise<CloudError> {
  const error: unknown = await work.catch((cause: unknown) => cause);
  if (error instanceof CloudError) return error;
  throw new Error("no CloudError came", { cause: error });
}

/** A WAF client whose cloud follows a script, and without jitter. */
export function scriptedWaf(
  script: Parameters<typeof scriptedFetch>[0],
  deps: Partial<CloudClientDeps> = {},
) {
  const { fetch, sent } = scriptedFetch(script);
  return { client: testClient(wafConnection(), { fetch, random: () => 0, ...deps }), sent };
}

export const listApisecEvents = (client: CloudClient) => client.call(describeApisecEvents, {}, options());
