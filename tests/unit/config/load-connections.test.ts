import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ConfigError } from "@/lib/server/config/config-error";
import { describeAuthentication } from "@/lib/server/config/connection-config";
import { loadConnections } from "@/lib/server/config/load-connections";
import { Secret } from "@/lib/server/config/secret";

const SECRET = "PlantedSecretValue";
const ENV: Readonly<Record<string, string>> = {
  WAF_ID: "LTAI5tPlanted",
  WAF_SECRET: SECRET,
  HUAWEICLOUD_SDK_AK: "PLANTEDAK",
  HUAWEICLOUD_SDK_SK: SECRET,
};

function waf(overrides: Record<string, unknown> = {}) {
  return {
    id: "prod-waf",
    name: "Production WAF",
    product: "waf",
    region: "cn-hangzhou",
    credentials: { accessKeyId: "env:WAF_ID", accessKeySecret: "env:WAF_SECRET" },
    ...overrides,
  };
}

function hss(overrides: Record<string, unknown> = {}) {
  return {
    id: "prod-hss",
    name: "Production HSS",
    product: "hss",
    region: "cn-north-4",
    projectId: "0123456789abcdef0123456789abcdef",
    ...overrides,
  };
}

function load(content: unknown, env: Readonly<Record<string, string>> = ENV) {
  const files: Readonly<Record<string, string>> = {
    "/etc/watchfloor/connections.json": typeof content === "string" ? content : JSON.stringify(content),
    "/etc/watchfloor/secrets/key": `${SECRET}\r\n`,
    "/run/secrets/key": SECRET,
    "/run/secrets/empty": "\n",
  };
  return loadConnections("/etc/watchfloor/connections.json", {
    readEnvSecret: (name) => (env[name] ? new Secret(env[name]) : undefined),
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
      return text;
    },
  });
}

async function mistakes(content: unknown, env = ENV): Promise<ConfigError> {
  const error: unknown = await load(content, env).catch((cause: unknown) => cause);
  if (!(error instanceof ConfigError)) throw new Error("the file was accepted");
  return error;
}

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

describe("a mistake names its place and the mend", () => {
  const cases: [string, unknown, string, RegExp][] = [
    ["no list", {}, "connections", /must be a list/],
    ["a misspelt key of the file", { conections: [] }, "conections", /did you mean connections\?/],
    ["a missing name", { connections: [waf({ name: undefined })] }, "connections[0].name", /missing/],
    [
      "an unknown product",
      { connections: [waf({ product: "wafs" })] },
      "connections[0].product",
      /waf, cloud-/,
    ],
    [
      "a misspelt key",
      { connections: [waf({ instanceID: "x" })] },
      "connections[0].instanceID",
      /instanceId\?/,
    ],
    [
      "a far-off key",
      { connections: [waf({ zzzzzzzzzz: 1 })] },
      "connections[0].zzzzzzzzzz",
      /Known here: id,/,
    ],
    [
      "a key of another product",
      { connections: [waf({ projectId: "p" })] },
      "connections[0].projectId",
      /only for hss; remove it/,
    ],
    [
      "a misspelt credential",
      {
        connections: [
          waf({ credentials: { accessKeyId: "a", accessKeySecret: "env:A", securityTokn: "env:A" } }),
        ],
      },
      "connections[0].credentials.securityTokn",
      /did you mean securityToken\?/,
    ],
    [
      "a misspelt key of iam",
      {
        connections: [hss({ credentials: { iam: { user: "u", password: "env:WAF_SECRET", domian: "d" } } })],
      },
      "connections[0].credentials.iam.domian",
      /did you mean domain\?/,
    ],
    ["an id for a path", { connections: [waf({ id: "a/b" })] }, "connections[0].id", /letters, digits/],
    [
      "an id twice",
      { connections: [waf(), waf({ id: "PROD-waf" })] },
      "connections[1].id",
      /connections\[0\]/,
    ],
    ["no project", { connections: [hss({ projectId: undefined })] }, "connections[0].projectId", /missing/],
    ["no region", { connections: [hss({ region: undefined })] }, "connections[0].region", /missing/],
    [
      "a region for a host",
      { connections: [hss({ region: "evil.com/" })] },
      "connections[0].region",
      /region's id/,
    ],
    ["no days", { connections: [waf({ lookbackDays: 0 })] }, "connections[0].lookbackDays", /at least 1/],
    [
      "half a day",
      { connections: [waf({ lookbackDays: 0.5 })] },
      "connections[0].lookbackDays",
      /whole number/,
    ],
    [
      "two ways to sign in",
      {
        connections: [
          hss({
            credentials: { accessKey: "A", iam: { user: "u", password: "env:WAF_SECRET", domain: "d" } },
          }),
        ],
      },
      "connections[0].credentials.iam",
      /only one/,
    ],
    [
      "half a key",
      { connections: [hss({ credentials: { accessKey: "A" } })] },
      "connections[0].credentials.secretKey",
      /missing/,
    ],
    [
      "no IAM user",
      { connections: [hss({ credentials: { iam: { password: "env:WAF_SECRET", domain: "d" } } })] },
      "connections[0].credentials.iam.user",
      /IAM user's name/,
    ],
    [
      "an unset variable",
      { connections: [waf({ credentials: { accessKeyId: "a", accessKeySecret: "env:NOT_SET" } })] },
      "connections[0].credentials.accessKeySecret",
      /NOT_SET is not set/,
    ],
    [
      "a missing file",
      { connections: [waf({ credentials: { accessKeyId: "a", accessKeySecret: "file:gone" } })] },
      "connections[0].credentials.accessKeySecret",
      /\/etc\/watchfloor\/gone \(ENOENT\)/,
    ],
    [
      "an empty file",
      {
        connections: [waf({ credentials: { accessKeyId: "a", accessKeySecret: "file:/run/secrets/empty" } })],
      },
      "connections[0].credentials.accessKeySecret",
      /is empty/,
    ],
  ];

  it.each(cases)("%s", async (_, content, place, message) => {
    const { problems } = await mistakes(content);
    expect(problems).toContainEqual({ place, message: expect.stringMatching(message) });
  });

  it.each([
    ["not a URL", /must be a URL/],
    ["http://waf.example.com", /only for localhost/],
    ["http://127.0.0.1.example.com", /only for localhost/],
    ["http://[::2]", /only for localhost/],
    ["ftp://127.0.0.1", /https:\/\//],
    ["https://user:pass@waf.example.com", /user or password/],
    ["https://waf.example.com/?a=b", /query/],
    ["https://waf.example.com/base", /path/],
  ])("an endpoint %s", async (endpoint, message) => {
    for (const connection of [
      waf({ endpoint }),
      hss({ credentials: { iam: { user: "u", password: "env:WAF_SECRET", domain: "d", endpoint } } }),
    ]) {
      const { problems } = await mistakes({ connections: [connection] });
      expect(problems[0]?.place).toMatch(/endpoint$/);
      expect(problems[0]?.message).toMatch(message);
    }
  });

  it("a secret in plain text, which is not repeated", async () => {
    const credentials = { accessKeyId: "a", accessKeySecret: SECRET };
    const error = await mistakes({ connections: [waf({ credentials })] });
    expect(error.problems[0]?.place).toBe("connections[0].credentials.accessKeySecret");
    expect(inspect(error)).not.toContain(SECRET);
  });

  it.each([
    ["a byte order mark", `\uFEFF${SECRET}`],
    ["a space at the end", `${SECRET} `],
    ["a line break within", `${SECRET}\n${SECRET}`],
    ["a letter of no key", `${SECRET}\u4e2d`],
  ])("%s in a key, which is not repeated", async (_, odd) => {
    const env = { ...ENV, WAF_SECRET: odd, HUAWEICLOUD_SDK_SK: odd };
    const error = await mistakes({ connections: [waf(), hss()] }, env);
    expect(error.problems.map(({ place }) => place).sort()).toEqual([
      "HUAWEICLOUD_SDK_SK",
      "connections[0].credentials.accessKeySecret",
    ]);
    expect(error.problems[0]?.message).toMatch(/no key has; copy it again/);
    expect(inspect(error)).not.toContain(SECRET);
  });

  it("nothing of an IAM user's password, which may be any text", async () => {
    const iam = { user: "u s\u00e9", password: "env:WAF_SECRET", domain: "d d" };
    const connections = [hss({ credentials: { iam } })];
    await expect(load({ connections }, { WAF_SECRET: "any \u4e2d text" })).resolves.toHaveLength(1);
  });

  it("missing Huawei variables, when no credentials are given", async () => {
    const { problems } = await mistakes({ connections: [hss()] }, {});
    expect(problems.map(({ message }) => message).join()).toMatch(/HUAWEICLOUD_SDK_AK.*HUAWEICLOUD_SDK_SK/);
  });

  it("every mistake of the file at once", async () => {
    const { problems } = await mistakes({ connections: [waf({ name: "" }), hss({ region: 7 })] });
    expect(problems.map(({ place }) => place)).toEqual(["connections[0].name", "connections[1].region"]);
  });

  it.each([
    [`{\n  "connections": [\n    { "id": "${SECRET}" "name" }\n]}`, "line 3, column 34"],
    [`{"accessKeySecret": "${SECRET}`, "line 1, column 40"],
    [`{"a": "${SECRET}", "a": 1}`, "line 1, column 30"],
    ["", "line 1, column 1"],
  ])("broken JSON by line and column, without its text", async (text, place) => {
    const error = await mistakes(text);
    expect(error.problems[0]?.place).toBe(place);
    expect(inspect(error)).not.toContain(SECRET);
  });

  it("a file that cannot be read", async () => {
    const sources = { readEnvSecret: () => undefined, readFile: () => Promise.reject(new Error("gone")) };
    await expect(loadConnections("/nowhere.json", sources)).rejects.toThrow(/WATCHFLOOR_CONFIG: cannot read/);
  });
});
