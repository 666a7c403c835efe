import type { Clock } from "@/lib/server/clock";
import type { ConnectionConfig } from "@/lib/server/config/connection-config";
import { createAlibabaAuthorizer } from "./alibaba-authorizer";
import type { Authorizer } from "./authorizer";
import { endpointOf } from "./endpoint-of";
import { createHuaweiKeyAuthorizer, createHuaweiTokenAuthorizer } from "./huawei-authorizer";
import { createTokenSource } from "./iam-token";
import type { SendOptions } from "./send";

/** The way in which a connection proves who it is. */
export function createAuthorizer(
  connection: ConnectionConfig,
  deps: { readonly clock: Clock } & Pick<SendOptions, "fetch" | "maxBodyBytes" | "timeoutMs">,
): Authorizer {
  const endpoint = endpointOf(connection);
  const { credentials } = connection;
  switch (credentials.kind) {
    case "alibaba-keys":
    case "alibaba-chain":
      return createAlibabaAuthorizer(endpoint, credentials);
    case "huawei-keys":
      return createHuaweiKeyAuthorizer(connection, endpoint, credentials);
    case "huawei-iam":
      return createHuaweiTokenAuthorizer(
        connection,
        endpoint,
        createTokenSource(connection, credentials, deps),
      );
  }
}
