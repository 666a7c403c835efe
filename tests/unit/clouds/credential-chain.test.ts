import { createServer } from "node:http";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { describeInstance } from "@/lib/server/clouds/waf/describe-instance";
import { describeError } from "@/lib/server/describe-error";
import { failure, options } from "../../support/cloud-calls";
import { PLANTED, testClient, wafConnection } from "../../support/cloud-connections";
import { scriptedFetch } from "../../support/scripted-fetch";

/** The SDK's chain reads these itself; none may reach the test from outside. */
const CHAIN = [
  "ALIBABA_CLOUD_ACCESS_KEY_ID",
  "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
  "ALIBABA_CLOUD_SECURITY_TOKEN",
  "ALIBABA_CLOUD_ROLE_ARN",
  "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
  "ALIBABA_CLOUD_OIDC_TOKEN_FILE",
  "ALIBABA_CLOUD_PROFILE",
  "ALIBABA_CLOUD_ECS_METADATA",
  "ALIBABA_CLOUD_CREDENTIALS_URI",
];

function chained() {
  const { fetch, sent } = scriptedFetch([{ body: { InstanceId: "waf-1" } }]);
  const client = testClient(wafConnection({ credentials: { kind: "alibaba-chain" } }), { fetch });
  return { sent, call: () => client.call(describeInstance, {}, options()) };
}

describe("a connection without credentials of its own", () => {
  beforeEach(() => {
    for (const name of CHAIN) vi.stubEnv(name, "");
    vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_FILE", "/nonexistent/credentials");
    vi.stubEnv("ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true");
    vi.stubEnv("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
    return () => {
      vi.unstubAllEnvs();
    };
  });

  it("signs with the environment's key, and sends its token", async () => {
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", PLANTED.accessKeyId);
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", PLANTED.accessKeySecret);
    vi.stubEnv("ALIBABA_CLOUD_SECURITY_TOKEN", PLANTED.securityToken);
    const { call, sent } = chained();
    await call();
    expect(sent[0]?.headers.get("authorization")).toContain(`Credential=${PLANTED.accessKeyId},`);
    expect(sent[0]?.headers.get("x-acs-security-token")).toBe(PLANTED.securityToken);
  });

  it("signs with the temporary key that the credentials address hands out", async () => {
    const server = createServer((_, response) => {
      response.end(
        JSON.stringify({
          Code: "Success",
          AccessKeyId: PLANTED.accessKeyId,
          AccessKeySecret: PLANTED.accessKeySecret,
          SecurityToken: PLANTED.securityToken,
          Expiration: "2100-01-01T00:00:00Z",
        }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", `http://127.0.0.1:${port}/role`);
    try {
      const { call, sent } = chained();
      await call();
      expect(sent[0]?.headers.get("x-acs-security-token")).toBe(PLANTED.securityToken);
    } finally {
      server.close();
    }
  });

  it("says what to set when the chain finds nothing, and works once it is there", async () => {
    const { call } = chained();
    expect(await failure(call())).toMatchObject({
      kind: "unauthenticated",
      message: expect.stringContaining("Set ALIBABA_CLOUD_ACCESS_KEY_ID"),
    });
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", PLANTED.accessKeyId);
    vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", PLANTED.accessKeySecret);
    await expect(call()).resolves.toBeDefined();
  });

  it("tells nothing of an answer or file with keys that the chain could not read", async () => {
    const server = createServer((_, response) => {
      response.end(
        JSON.stringify({ AccessKeyId: PLANTED.accessKeyId, SecurityToken: PLANTED.securityToken }),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    vi.stubEnv("ALIBABA_CLOUD_CREDENTIALS_URI", `http://127.0.0.1:${port}/role`);
    try {
      expect(JSON.stringify(describeError(await failure(chained().call())))).not.toContain("Planted");
    } finally {
      server.close();
    }
  });
});
