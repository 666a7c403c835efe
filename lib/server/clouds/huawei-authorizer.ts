import type { ConnectionConfig, ConnectionCredentials } from "@/lib/server/config/connection-config";
import type { Attempt, AuthorizedRequest, Authorizer } from "./authorizer";
import type { TokenSource } from "./iam-token";
import { type RestCall, signHuawei, urlOf } from "./sign-huawei";

type HuaweiKeyCredentials = Extract<ConnectionCredentials, { kind: "huawei-keys" }>;

/** Signs with AK/SK, permanent or temporary. */
export function createHuaweiKeyAuthorizer(
  connection: ConnectionConfig,
  endpoint: string,
  credentials: HuaweiKeyCredentials,
): Authorizer {
  const accessKey = credentials.accessKey.reveal();
  const secretKey = credentials.secretKey.reveal();
  const securityToken = credentials.securityToken?.reveal() ?? null;
  const secrets = [accessKey, secretKey, ...(securityToken ? [securityToken] : [])];
  return {
    limitedAs: limitedAs(endpoint),
    authorize: async (attempt) => ({
      request: signHuawei(
        restCall(connection, endpoint, attempt),
        { accessKey, secretKey, securityToken },
        attempt.at,
      ),
      secrets,
    }),
    // Five bad signatures in a row lock the key for five minutes.
    refused: () => false,
  };
}

/** Sends X-Auth-Token; a refused token is renewed. */
export function createHuaweiTokenAuthorizer(
  connection: ConnectionConfig,
  endpoint: string,
  tokens: TokenSource,
): Authorizer {
  return {
    limitedAs: limitedAs(endpoint),
    async authorize(attempt) {
      const token = await tokens.current(attempt.signal);
      const call = restCall(connection, endpoint, attempt);
      return {
        request: { method: "GET", url: urlOf(call), headers: { ...call.headers, "X-Auth-Token": token } },
        secrets: [token],
      };
    },
    refused({ secrets }: AuthorizedRequest) {
      for (const token of secrets) tokens.drop(token);
      return true;
    },
  };
}

/** The limit holds per user and per source address, and all calls of this machine share its address. */
function limitedAs(endpoint: string): string {
  return `huawei:${new URL(endpoint).host}`;
}

function restCall(connection: ConnectionConfig, endpoint: string, attempt: Attempt): RestCall {
  const path = attempt.operation.api.style === "huawei-rest" ? attempt.operation.api.path : "/";
  const { project_id, ...query } = attempt.parameters;
  const projectId = String(project_id ?? connection.projectId ?? "");
  return {
    endpoint,
    path: path.replace("{project_id}", encodeURIComponent(projectId)),
    query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
    headers: { "X-Project-Id": projectId },
  };
}
