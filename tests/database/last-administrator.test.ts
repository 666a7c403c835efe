import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createApiTokens } from "@/lib/server/auth/api-tokens";
import { createSessions } from "@/lib/server/auth/sessions";
import type { Database } from "@/lib/server/db/database";
import { listPeople } from "@/lib/server/db/queries/people";
import { users } from "@/lib/server/db/schema/accounts";
import { readEnv } from "@/lib/server/env";
import { ProblemError } from "@/lib/server/http/problem-error";
import { changePerson } from "@/lib/server/people/change-person";
import { describeOnEachDatabase } from "../support/database";

const NOW = new Date("2026-02-01T08:00:00.000Z");
const clock = () => NOW;

type Account = Partial<Omit<typeof users.$inferInsert, "id" | "role">> & { readonly username: string };

/** Leaves the given administrators as the only people. */
async function onlyAdministrators(database: Database, accounts: readonly Account[]): Promise<void> {
  await database.execute(sql`TRUNCATE users CASCADE`);
  await database
    .insert(users)
    .values(accounts.map((one) => ({ ...one, id: one.username, role: "admin" as const, createdAt: NOW })));
}

const enabledAdministrators = async (database: Database) =>
  (await listPeople(database)).filter(({ role, disabledAt }) => role === "admin" && disabledAt === null);

function depsOn(database: Database, variables: Readonly<Record<string, string>> = {}) {
  const limits = { lifetimeMs: 3_600_000, idleMs: 3_600_000, recentMs: 3_600_000 };
  return {
    clock,
    database,
    env: readEnv(variables),
    sessions: createSessions(database, clock, limits),
    apiTokens: createApiTokens(database, clock),
  };
}

const actingAs = (name: string) =>
  ({
    signedIn: {
      user: { id: name, username: name, role: "admin" },
      via: { kind: "session", id: name },
      signedInAt: NOW,
      expiresAt: NOW,
      mustChangePassword: false,
    },
    facts: { address: "127.0.0.1", userAgent: null },
  }) as const;

const LAST = { code: "conflict", detail: expect.stringContaining("last administrator") };

const ISSUER = "https://id.example.org";
const OIDC = {
  WATCHFLOOR_OIDC_ISSUER: `${ISSUER}/`,
  WATCHFLOOR_OIDC_CLIENT_ID: "watchfloor",
  WATCHFLOOR_OIDC_CLIENT_SECRET: "a-secret-of-the-client",
  WATCHFLOOR_OIDC_ROLE_MAP: "soc-leads=admin",
};

const at = (issuer: string) => ({ issuer, subject: "grace" });

type Case = {
  readonly what: string;
  readonly ada?: Partial<Account>;
  readonly grace?: Partial<Account>;
  readonly variables?: Readonly<Record<string, string>>;
};

/** Grace is who the sentence says; Ada may sign in. */
const OTHERS: readonly Case[] = [
  { what: "has yet to change a given password", grace: { mustChangePassword: true } },
  { what: "signs in at a provider, where none is configured", grace: at(ISSUER) },
  {
    what: "signs in at another provider than the configured one",
    grace: at("https://old.example.org"),
    variables: OIDC,
  },
  {
    what: "has a local account, where these are off",
    ada: at(ISSUER),
    variables: { ...OIDC, WATCHFLOOR_LOCAL_SIGN_IN: "off" },
  },
];

describeOnEachDatabase((database) => {
  test("administrators who all remove the next one at the same moment leave one", async () => {
    const names = ["ada", "grace", "joan", "mary"];
    await onlyAdministrators(
      database(),
      names.map((username) => ({ username })),
    );
    const deps = depsOn(database());
    const removals = names.map((name, index) => {
      const target = names[(index + 1) % names.length] ?? "";
      const what = index % 2 === 0 ? { role: "viewer" as const } : { disabled: true };
      return changePerson(deps, actingAs(name), target, { version: 1, ...what });
    });
    const results = await Promise.allSettled(removals);
    const refused = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(ProblemError);
    expect(refused[0]).toMatchObject(LAST);
    expect(await enabledAdministrators(database())).toHaveLength(1);
  });

  test.each(OTHERS)(
    "an administrator who $what does not stand in for the last one, and may be disabled",
    async ({ ada = {}, grace = {}, variables = {} }) => {
      await onlyAdministrators(database(), [
        { username: "ada", ...ada },
        { username: "grace", ...grace },
      ]);
      const deps = depsOn(database(), variables);
      const disabled = { version: 1, disabled: true };
      await expect(changePerson(deps, actingAs("ada"), "ada", disabled)).rejects.toMatchObject(LAST);
      await changePerson(deps, actingAs("ada"), "grace", disabled);
      expect(await enabledAdministrators(database())).toMatchObject([{ username: "ada" }]);
    },
  );

  test("an administrator at the configured provider stands in for another one", async () => {
    await onlyAdministrators(database(), [{ username: "ada" }, { username: "grace", ...at(ISSUER) }]);
    const change = { version: 1, disabled: true };
    const changed = await changePerson(depsOn(database(), OIDC), actingAs("ada"), "ada", change);
    expect(changed.disabledAt).not.toBeNull();
  });
});
