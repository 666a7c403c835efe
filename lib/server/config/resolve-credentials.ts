import type { ConfigProblem } from "./config-error";
import type { ConnectionCredentials } from "./connection-config";
import type { WrittenConnection } from "./connection-schema";
import { isKeyText } from "./key-text";
import { Secret } from "./secret";
import { isSecretReference, resolveSecret, type SecretSources } from "./secret-reference";

type Written = NonNullable<Extract<WrittenConnection, { product: "hss" }>["credentials"]>;
type Resolver = (key: string, written: string) => Promise<Secret>;

const NO_KEY =
  "holds a line break, a space or another character that no key has; copy it again, from the first character to the last";

/** @returns the secret as it is. */
function checkKey(secret: Secret, place: string, report: (problem: ConfigProblem) => void): Secret {
  if (!isKeyText(secret.reveal())) report({ place, message: NO_KEY });
  return secret;
}

/**
 * Follows the references of one connection's credentials. Without any, Alibaba products use the SDK's chain
 * and HSS the variables of the Huawei SDK.
 * @param place where the connection stands in the file.
 * @param report takes each mistake; the credentials are usable only when there was none.
 */
export async function resolveCredentials(
  connection: WrittenConnection,
  place: string,
  folder: string,
  sources: SecretSources,
  report: (problem: ConfigProblem) => void,
): Promise<ConnectionCredentials> {
  const at = (key: string) => `${place}.credentials.${key}`;
  const resolver: Resolver = async (key, written) => {
    if (!isSecretReference(written)) return new Secret(written);
    const found = await resolveSecret(written, folder, sources);
    if (found instanceof Secret) return found;
    report({ place: at(key), message: found.problem });
    return new Secret("");
  };
  const keyResolver: Resolver = async (key, written) =>
    checkKey(await resolver(key, written), at(key), report);
  if (connection.product === "hss") {
    if (!connection.credentials) return huaweiChain(place, sources, report);
    return huawei(connection.credentials, at, { text: resolver, key: keyResolver }, report);
  }
  const written = connection.credentials;
  if (!written) return { kind: "alibaba-chain" };
  return {
    kind: "alibaba-keys",
    accessKeyId: await keyResolver("accessKeyId", written.accessKeyId),
    accessKeySecret: await keyResolver("accessKeySecret", written.accessKeySecret),
    ...(written.securityToken && {
      securityToken: await keyResolver("securityToken", written.securityToken),
    }),
  };
}

async function huawei(
  written: Written,
  at: (key: string) => string,
  /** What IAM is told may be any text. */
  resolve: { readonly text: Resolver; readonly key: Resolver },
  report: (problem: ConfigProblem) => void,
): Promise<ConnectionCredentials> {
  const { iam, accessKey, secretKey, securityToken } = written;
  if (iam) {
    if (accessKey ?? secretKey ?? securityToken)
      report({ place: at("iam"), message: "stands beside an access key; keep only one of the two" });
    const user = iam.user ?? iam.username;
    if (user === undefined || (iam.user && iam.username))
      report({ place: at("iam.user"), message: "write the IAM user's name once, as user" });
    return {
      kind: "huawei-iam",
      user: await resolve.text("iam.user", user ?? ""),
      password: await resolve.text("iam.password", iam.password),
      domain: await resolve.text("iam.domain", iam.domain),
      ...(iam.project && { project: iam.project }),
      ...(iam.endpoint && { endpoint: iam.endpoint }),
    };
  }
  for (const [key, value] of [
    ["accessKey", accessKey],
    ["secretKey", secretKey],
  ] as const)
    if (value === undefined)
      report({
        place: at(key),
        message: "is missing; write accessKey and secretKey, or iam, or no credentials",
      });
  return {
    kind: "huawei-keys",
    accessKey: await resolve.key("accessKey", accessKey ?? ""),
    secretKey: await resolve.key("secretKey", secretKey ?? ""),
    ...(securityToken && { securityToken: await resolve.key("securityToken", securityToken) }),
  };
}

/** The variables that the Huawei SDKs read; the security token is the name their CLI uses for temporary keys. */
function huaweiChain(
  place: string,
  sources: SecretSources,
  report: (problem: ConfigProblem) => void,
): ConnectionCredentials {
  const [accessKey, secretKey] = ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK"].map((name) => {
    const found = sources.readEnvSecret(name);
    if (!found)
      report({
        place: `${place}.credentials`,
        message: `are missing and the environment variable ${name} is not set; do one of the two`,
      });
    return checkKey(found ?? new Secret(""), name, report);
  });
  const securityToken = sources.readEnvSecret("HUAWEICLOUD_SDK_SECURITY_TOKEN");
  if (securityToken) checkKey(securityToken, "HUAWEICLOUD_SDK_SECURITY_TOKEN", report);
  return {
    kind: "huawei-keys",
    accessKey: accessKey ?? new Secret(""),
    secretKey: secretKey ?? new Secret(""),
    ...(securityToken && { securityToken }),
  };
}
