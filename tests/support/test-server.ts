import { randomBytes } from "node:crypto";
import { Writable } from "node:stream";
import type { Role } from "@/lib/api/role";
import { createFirstAccount, FIRST_USERNAME } from "@/lib/server/auth/create-first-account";
import { hashPassword } from "@/lib/server/auth/password";
import { Secret } from "@/lib/server/config/secret";
import { createDeps, type DepsOverrides } from "@/lib/server/create-deps";
import { insertUser } from "@/lib/server/db/queries/user-accounts";
import { type Deps, installDeps } from "@/lib/server/deps";
import { exportEnvironment, readEnv } from "@/lib/server/env";
import { createLogger } from "@/lib/server/log";
import { type Credentials, signedInClient } from "./api-client";
import { pgliteTemplate } from "./pglite-template";

export type TestServer = {
  readonly deps: Deps;
  readonly admin: Credentials;
  /** Everything logged so far, as text. */
  logText(): string;
  /** A client signed in as a new account of that role. */
  signIn(role: Role): ReturnType<typeof signedInClient>;
  close(): Promise<void>;
};

/** The application's dependencies in this process, on an empty database in memory, with an account. */
export async function startTestServer(
  overrides: Omit<DepsOverrides, "log" | "inMemory"> & { readonly env?: Record<string, string> } = {},
): Promise<TestServer> {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { env: variables = {}, ...rest } = overrides;
  const env = readEnv({ NEXTAUTH_SECRET: randomBytes(32).toString("base64"), ...variables });
  exportEnvironment({ AUTH_TRUST_HOST: "true" });
  const log = createLogger("trace", destination);
  const deps = await createDeps(env, {
    checkAnswers: true,
    databaseTemplate: await pgliteTemplate(),
    ...rest,
    log,
    inMemory: true,
  });
  const admin = { username: FIRST_USERNAME, password: randomBytes(12).toString("base64url") };
  await createFirstAccount(deps.database, deps.clock, new Secret(admin.password));
  installDeps(Promise.resolve(deps));
  return {
    deps,
    admin,
    logText: () => lines.join(""),
    async signIn(role) {
      if (role === "admin") return signedInClient(admin);
      const credentials = { username: role, password: randomBytes(12).toString("base64url") };
      await insertUser(deps.database, {
        id: `user-${role}`,
        username: role,
        role,
        passwordHash: await hashPassword(credentials.password),
        createdAt: deps.clock(),
      });
      return signedInClient(credentials);
    },
    async close() {
      installDeps(undefined);
      await deps.close();
    },
  };
}
