import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { describeAuthentication } from "@/lib/server/config/connection-config";
import { hss, load, SECRET, waf } from "@/tests/support/written-connections";

describe("a file of connections", () => {
  it("gives every product with its defaults, secrets followed", async () => {
    const [first, second, third] = await load({
      connections: [
        waf({ endpoint: "https://waf.example.com/", instanceId: "waf-cn-1", clusterId: "c1" }),
        waf({ id: "fw", product: "cloud-firewall", credentials: undefined, lookbackDays: 7 }),
        hss({ enterpriseProjectId: "all_granted_eps" }),
      ],
    });
    expect(first).toMatchObject({
      id: "prod-waf",
      lookbackDays: 30,
      endpoint: "https://waf.example.com",
      credentials: { kind: "alibaba-keys" },
    });
    expect(first?.credentials.kind === "alibaba-keys" && first.credentials.accessKeySecret.reveal()).toBe(
      SECRET,
    );
    expect(second).toMatchObject({ lookbackDays: 7, credentials: { kind: "alibaba-chain" } });
    expect(third?.credentials.kind === "huawei-keys" && third.credentials.accessKey.reveal()).toBe(
      "PLANTEDAK",
    );
  });

  it.each(["file:secrets/key", "file:./secrets/key", "file:/run/secrets/key"])(
    "reads a secret from %s without its line break",
    async (reference) => {
      const [connection] = await load({
        connections: [hss({ credentials: { accessKey: "AK", secretKey: reference } })],
      });
      expect(
        connection?.credentials.kind === "huawei-keys" && connection.credentials.secretKey.reveal(),
      ).toBe(SECRET);
    },
  );

  it.each(["http://localhost:9000", "http://127.8.9.10", "http://[::1]:8080"])(
    "takes clear text on loopback: %s",
    async (endpoint) => {
      const [connection] = await load({ connections: [waf({ endpoint })] });
      expect(connection?.endpoint).toBe(endpoint);
    },
  );

  it("takes an IAM user by either spelling of the key", async () => {
    for (const key of ["user", "username"]) {
      const iam = { [key]: "reader", password: "env:WAF_SECRET", domain: "acme" };
      const [connection] = await load({ connections: [hss({ credentials: { iam } })] });
      expect(connection?.credentials.kind === "huawei-iam" && connection.credentials.user.reveal()).toBe(
        "reader",
      );
      expect(connection && describeAuthentication(connection.credentials)).toBe("IAM user token");
    }
  });

  it("shows no secret, however it is printed", async () => {
    const connections = await load({ connections: [waf(), hss()] });
    for (const shown of [
      JSON.stringify(connections),
      inspect(connections, { depth: 9 }),
      String(connections),
    ])
      expect(shown).not.toMatch(/Planted|PLANTED/);
  });
});
