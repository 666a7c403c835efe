import { createHash } from "node:crypto";
import {
  type CredentialsProvider,
  DefaultCredentialsProvider,
  StaticAKCredentialsProvider,
  StaticSTSCredentialsProvider,
} from "@alicloud/credentials";
import type { ConnectionCredentials } from "@/lib/server/config/connection-config";
import type { Authorizer } from "./authorizer";
import { CloudError } from "./cloud-error";
import { signAcs3 } from "./sign-acs3";
import { untilAborted } from "./until-aborted";

type AlibabaCredentials = Extract<ConnectionCredentials, { kind: "alibaba-keys" | "alibaba-chain" }>;

/** Signs with access key, STS token, or whatever the SDK's credential chain finds. */
export function createAlibabaAuthorizer(endpoint: string, credentials: AlibabaCredentials): Authorizer {
  let provider: CredentialsProvider | null = null;
  return {
    limitedAs: limitedAs(credentials),
    async authorize({ operation, parameters, at, nonce, signal }) {
      provider ??= providerOf(credentials);
      const keys = await untilAborted(provider.getCredentials(), signal).catch(() => {
        // The chain sticks to the last provider that it tried, working or not: begin anew.
        provider = null;
        if (signal.aborted) throw signal.reason;
        throw noCredentials(operation.name);
      });
      if (!keys.accessKeyId || !keys.accessKeySecret) throw noCredentials(operation.name);
      const version = operation.api.style === "acs-rpc" ? operation.api.version : "";
      const securityToken = keys.securityToken || null;
      return {
        request: signAcs3(
          { endpoint, action: operation.name, version, parameters },
          { accessKeyId: keys.accessKeyId, accessKeySecret: keys.accessKeySecret, securityToken },
          at,
          nonce,
        ),
        secrets: [keys.accessKeyId, keys.accessKeySecret, ...(securityToken ? [securityToken] : [])],
      };
    },
    refused: () => false,
  };
}

function providerOf(credentials: AlibabaCredentials): CredentialsProvider {
  if (credentials.kind === "alibaba-chain") return DefaultCredentialsProvider.builder().build();
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  return securityToken
    ? StaticSTSCredentialsProvider.builder()
        .withAccessKeyId(accessKeyId.reveal())
        .withAccessKeySecret(accessKeySecret.reveal())
        .withSecurityToken(securityToken.reveal())
        .build()
    : StaticAKCredentialsProvider.builder()
        .withAccessKeyId(accessKeyId.reveal())
        .withAccessKeySecret(accessKeySecret.reveal())
        .build();
}

/** Limits count per user; a key belongs to one. Keys that the chain finds may change, the user does not. */
function limitedAs(credentials: AlibabaCredentials): string {
  if (credentials.kind === "alibaba-chain") return "alibaba:chain";
  return `alibaba:${createHash("sha256").update(credentials.accessKeyId.reveal()).digest("hex").slice(0, 16)}`;
}

/** The chain's own error quotes files and answers that it could not read, with the keys in them: it goes no further. */
function noCredentials(operation: string): CloudError {
  return new CloudError(
    "unauthenticated",
    "The Alibaba Cloud credential chain found no usable key. Set ALIBABA_CLOUD_ACCESS_KEY_ID and " +
      "ALIBABA_CLOUD_ACCESS_KEY_SECRET, attach a RAM role, or give the connection credentials of its own.",
    { operation },
  );
}
