import type { Dialect } from "@/lib/simulator/gateway";
import type { HssState } from "@/lib/simulator/hss/hss-state";
import { huaweiError } from "@/lib/simulator/hss/huawei-error";
import { listRaspEvents } from "@/lib/simulator/hss/list-rasp-events";
import type { HttpRequest } from "@/lib/simulator/http/http-exchange";
import type { TokenBook } from "@/lib/simulator/iam/token-book";
import { Refusal } from "@/lib/simulator/refusal";
import { decodePairs } from "@/lib/simulator/signature/percent-encoding";
import { type HuaweiKey, unauthenticated, verifySdkHmac } from "@/lib/simulator/signature/sdk-hmac-verifier";

const ROUTE = /^\/v5\/([^/]+)\/rasp\/events\/?$/;
const MINUTE_MS = 60_000;

export interface HssAuthentication {
  readonly keys: () => readonly HuaweiKey[];
  readonly tokens: TokenBook;
  readonly wallClock: () => Date;
}

/** Who calls: by X-Auth-Token or by AK/SK signature. */
function authenticate(request: HttpRequest, { keys, tokens, wallClock }: HssAuthentication): string {
  const now = wallClock().getTime();
  const token = request.headers["x-auth-token"];
  if (token !== undefined) return tokens.userOf(token, now) ?? unauthenticated("decrypt token fail");
  if (request.headers.authorization === undefined) unauthenticated("x-auth-token not found");
  return verifySdkHmac(request, keys(), now);
}

/** REST style of Huawei Cloud HSS with the one route this product reads. */
export function hssDialect(state: HssState, authentication: HssAuthentication): Dialect {
  function parametersOf(request: HttpRequest): Record<string, string> {
    return Object.fromEntries(decodePairs(request.query));
  }

  return {
    requestIdHeader: "x-request-id",
    describe: (request) => ({
      operation: ROUTE.test(request.path) ? "ListRaspEvents" : null,
      params: parametersOf(request),
    }),
    accept(request) {
      const caller = authenticate(request, authentication);
      const project = ROUTE.exec(request.path)?.[1];
      if (project === undefined || request.method !== "GET") {
        throw new Refusal(
          404,
          "APIGW.0101",
          "The API does not exist or has not been published in the environment",
        );
      }
      if (project !== state.projectId) throw new Refusal(400, "HSS.0010", "Access denied to this project.");
      const params = parametersOf(request);
      return {
        operation: "ListRaspEvents",
        params,
        callers: [`user ${caller}`, `address ${request.remoteAddress}`],
        limit: { calls: state.limits.callsPerMinute, windowMs: MINUTE_MS, window: "first-call" },
        answer: () => ({ body: listRaspEvents(state, params) }),
      };
    },
    // No hint is documented on this answer, and none is sent.
    throttled: (_waitMs, limit) =>
      new Refusal(
        429,
        "APIGW.0308",
        `The throttling threshold has been reached: policy user over ratelimit,limit:${limit.calls},time:1 minute`,
      ),
    errorReply: huaweiError,
  };
}
