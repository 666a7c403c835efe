import { resolve } from "node:path";
import { Secret } from "./secret";

/** The outer world that references point to. */
export type SecretSources = {
  readonly readEnvSecret: (name: string) => Secret | undefined;
  readonly readFile: (path: string) => Promise<string>;
};

const REFERENCE = /^(env|file):(.+)$/;

/** Whether a text points to a secret instead of being one. */
export function isSecretReference(text: string): boolean {
  return REFERENCE.test(text);
}

/**
 * Follows `env:NAME` or `file:PATH` (relative to `folder`; trailing line breaks are dropped).
 * @returns the secret, or what is wrong: never with a secret's text in it.
 */
export async function resolveSecret(
  reference: string,
  folder: string,
  sources: SecretSources,
): Promise<Secret | { readonly problem: string }> {
  const [, kind, rest = ""] = REFERENCE.exec(reference) ?? [];
  if (kind === "env") {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(rest)) return { problem: 'write "env:" and the variable\'s name' };
    return (
      sources.readEnvSecret(rest) ?? {
        problem: `the environment variable ${rest} is not set; set it and start again`,
      }
    );
  }
  if (kind !== "file") return { problem: 'must be "env:NAME" or "file:PATH"' };
  const path = resolve(folder, rest);
  try {
    const text = (await sources.readFile(path)).replace(/[\r\n]+$/, "");
    return text === ""
      ? { problem: `the file ${path} is empty; write the secret into it` }
      : new Secret(text);
  } catch (error) {
    return { problem: `cannot read the file ${path}${codeOf(error)}; check the path and its permissions` };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? ` (${error.code})`
    : "";
}
