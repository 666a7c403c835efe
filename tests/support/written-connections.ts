import { ConfigError } from "@/lib/server/config/config-error";
import { loadConnections } from "@/lib/server/config/load-connections";
import { Secret } from "@/lib/server/config/secret";

/** What must never be shown. */
export const SECRET = "PlantedSecretValue";
/** The environment that the references of {@link waf} and {@link hss} lead to. */
export const ENV: Readonly<Record<string, string>> = {
  WAF_ID: "LTAI5tPlanted",
  WAF_SECRET: SECRET,
  HUAWEICLOUD_SDK_AK: "PLANTEDAK",
  HUAWEICLOUD_SDK_SK: SECRET,
};

/** A connection to Alibaba Cloud WAF as it is written in the file. */
export function waf(overrides: Record<string, unknown> = {}) {
  return {
    id: "prod-waf",
    name: "Production WAF",
    product: "waf",
    region: "cn-hangzhou",
    credentials: { accessKeyId: "env:WAF_ID", accessKeySecret: "env:WAF_SECRET" },
    ...overrides,
  };
}

/** A connection to Huawei Cloud HSS as it is written, without credentials of its own. */
export function hss(overrides: Record<string, unknown> = {}) {
  return {
    id: "prod-hss",
    name: "Production HSS",
    product: "hss",
    region: "cn-north-4",
    projectId: "0123456789abcdef0123456789abcdef",
    ...overrides,
  };
}

/** Loads a file of connections with this content; other text than JSON as it is. */
export function load(content: unknown, env: Readonly<Record<string, string>> = ENV) {
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

/** What is wrong with such a file. @throws Error when nothing is. */
export async function mistakes(content: unknown, env = ENV): Promise<ConfigError> {
  const error: unknown = await load(content, env).catch((cause: unknown) => cause);
  if (!(error instanceof ConfigError)) throw new Error("the file was accepted");
  return error;
}
