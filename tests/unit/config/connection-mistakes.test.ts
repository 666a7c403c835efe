import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { loadConnections } from "@/lib/server/config/load-connections";
import { ENV, hss, load, mistakes, SECRET, waf } from "@/tests/support/written-connections";

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
