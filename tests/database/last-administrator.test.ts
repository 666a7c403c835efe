import { expect, test } from "vitest";
import { createApiTokens } from "@/lib/server/auth/api-tokens";
import { createSessions } from "@/lib/server/auth/sessions";
import type { Database } from "@/lib/server/db/database";
import { listPeople } from "@/lib/server/db/queries/people";
import { insertUser } from "@/lib/server/db/queries/user-accounts";
import { ProblemError } from "@/lib/server/http/problem-error";
import { changePerson } from "@/lib/server/people/change-person";
import { describeOnEachDatabase } from "../support/database";

const NOW = new Date("2026-02-01T08:00:00.000Z");
const clock = () => NOW;

async function addAdministrators(database: Database, names: readonly string[]): Promise<void> {
  for (const username of names) {
    await insertUser(database, { id: username, username, role: "admin", passwordHash: null, createdAt: NOW });
  }
}

const enabledAdministrators = async (database: Database) =>
  (await listPeople(database)).filter(({ role, disabledAt }) => role === "admin" && disabledAt === null);

describeOnEachDatabase((database) => {
  test("administrators who all remove the next one at the same moment leave one", async () => {
    const names = ["ada", "grace", "joan", "mary"];
    await addAdministrators(database(), names);
    const deps = {
      clock,
      database: database(),
      sessions: createSessions(database(), clock, {
        lifetimeMs: 3_600_000,
        idleMs: 3_600_000,
        recentMs: 3_600_000,
      }),
      apiTokens: createApiTokens(database(), clock),
    };
    const removals = names.map((name, index) => {
      const acting = {
        signedIn: {
          user: { id: name, username: name, role: "admin" },
          via: { kind: "session", id: name },
          signedInAt: NOW,
          expiresAt: NOW,
          mustChangePassword: false,
        },
        facts: { address: "127.0.0.1", userAgent: null },
      } as const;
      const target = names[(index + 1) % names.length] ?? "";
      const what = index % 2 === 0 ? { role: "viewer" as const } : { disabled: true };
      return changePerson(deps, acting, target, { version: 1, ...what });
    });
    const results = await Promise.allSettled(removals);
    const refused = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(ProblemError);
    expect(refused[0]).toMatchObject({
      code: "conflict",
      detail: expect.stringContaining("last administrator"),
    });
    expect(await enabledAdministrators(database())).toHaveLength(1);
  });
});
