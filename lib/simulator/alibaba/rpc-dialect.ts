import { RpcParameters } from "@/lib/simulator/alibaba/rpc-parameters";
import type { Dialect } from "@/lib/simulator/gateway";
import type { HttpRequest } from "@/lib/simulator/http/http-exchange";
import type { Operation } from "@/lib/simulator/operation";
import type { RateLimit } from "@/lib/simulator/rate-limit";
import { Refusal } from "@/lib/simulator/refusal";
import type { Acs3Verifier } from "@/lib/simulator/signature/acs3-verifier";
import { decodePairs } from "@/lib/simulator/signature/percent-encoding";

export type RpcOperation = (params: RpcParameters, caller: string) => object;

export interface RpcProduct<O extends Operation> {
  readonly version: string;
  readonly operations: Readonly<Record<O, RpcOperation>>;
  readonly limitOf: (operation: O) => RateLimit | null;
}

const PERMISSION_CODE = /^(NoPermission|Forbidden|ActionUnauthorized)/;
/** Only permission errors carry it. */
const ACCESS_DENIED = {
  AuthPrincipalType: "SubUser",
  AuthPrincipalOwnerId: "1610954820193345",
  NoPermissionType: "ImplicitDeny",
  PolicyType: "AccountLevelIdentityBasedPolicy",
};

/** Alibaba's gateway also reads business parameters from a form body. */
function parametersOf(request: HttpRequest): Map<string, string> {
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  const form = isForm ? request.body.toString("utf8") : "";
  return new Map([...decodePairs(form), ...decodePairs(request.query)]);
}

/** RPC style of Alibaba Cloud: action and version in headers, GET or POST on `/`, JSON answers. */
export function rpcDialect<O extends Operation>(product: RpcProduct<O>, verifier: Acs3Verifier): Dialect {
  function isOperation(name: string | undefined): name is O {
    return name !== undefined && Object.hasOwn(product.operations, name);
  }

  function operationOf(request: HttpRequest): O {
    const action = request.headers["x-acs-action"];
    if (!action) throw new Refusal(400, "MissingParameter", "Action is mandatory for this request.");
    const version = request.headers["x-acs-version"];
    if (!version) throw new Refusal(400, "MissingParameter", "Version is mandatory for this request.");
    if (version !== product.version) {
      throw new Refusal(400, "NoSuchVersion", `Specified version ${version} does not exist.`);
    }
    if (!isOperation(action)) {
      throw new Refusal(
        404,
        "InvalidAction.NotFound",
        "Specified api is not found, please check your url and method.",
      );
    }
    return action;
  }

  return {
    requestIdHeader: "x-acs-request-id",
    describe(request) {
      const action = request.headers["x-acs-action"];
      return {
        operation: isOperation(action) ? action : null,
        params: Object.fromEntries(parametersOf(request)),
      };
    },
    accept(request) {
      const caller = verifier.verify(request);
      if ((request.method !== "GET" && request.method !== "POST") || request.path !== "/") {
        throw new Refusal(
          404,
          "InvalidApi.NotFound",
          "Specified api is not found, please check your url and method.",
        );
      }
      const operation = operationOf(request);
      const params = parametersOf(request);
      return {
        operation,
        params: Object.fromEntries(params),
        callers: [caller],
        limit: product.limitOf(operation),
        answer: (requestId) => ({
          body: { RequestId: requestId, ...product.operations[operation](new RpcParameters(params), caller) },
        }),
      };
    },
    throttled(waitMs, limit) {
      const wait = String(waitMs);
      return new Refusal(400, "Throttling.User", "Request was denied due to user flow control.", {
        "x-ratelimit-user-api": `Limit:${limit.calls},Remain:0,TimeLeft:${wait},Reset:${wait}`,
        "x-acs-retry-after": wait,
      });
    },
    errorReply(refusal, requestId) {
      return {
        status: refusal.status,
        headers: {
          "content-type": "application/json;charset=utf-8",
          "x-acs-request-id": requestId,
          ...refusal.headers,
        },
        body: JSON.stringify({
          RequestId: requestId,
          HostId: "simulator.example.com",
          Code: refusal.code,
          Message: refusal.message,
          Recommend: `https://api.example.com/troubleshoot?q=${refusal.code}`,
          ...(PERMISSION_CODE.test(refusal.code) ? { AccessDeniedDetail: ACCESS_DENIED } : {}),
        }),
      };
    },
  };
}
