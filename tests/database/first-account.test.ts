import { beforeEach, expect, test } from "vitest";
import { createFirstAccount, FIRST_USERNAME } from "@/lib/server/auth/create-first-account";
import { verifyPassword } from "@/lib/server/auth/password";
import { Secret } from "@/lib/server/config/secret";
import { listPeople } from "@/lib/server/db/queries/people";
import { findAccount } from "@/lib/server/db/queries/user-accounts";
import { users } from "@/lib/server/db/schema/accounts";
import { describeOnEachDatabase } from "../support/database";

const clock = () => new Date("2026-02-01T08:00:00.000Z");

describeOnEachDatabase((database) => {
  beforeEach(async () => {
    await database().delete(users);
  });

  test("the generated password of the first account opens it, and has to be changed", async () => {
    const password = (await createFirstAccount(database(), clock, null)) ?? "";
    const account = await findAccount(database(), FIRST_USERNAME);
    expect(await verifyPassword(account?.passwordHash ?? null, password)).toBe(true);
    expect(await listPeople(database())).toMatchObject([{ role: "admin", mustChangePassword: true }]);
  });

  test("a configured password is neither told nor has to be changed", async () => {
    expect(await createFirstAccount(database(), clock, new Secret("configured-one"))).toBeNull();
    expect(await listPeople(database())).toMatchObject([{ role: "admin", mustChangePassword: false }]);
  });

  test("there is one first account, also when two processes start at once", async () => {
    const passwords = await Promise.all([1, 2].map(() => createFirstAccount(database(), clock, null)));
    expect(passwords.filter((password) => password !== null)).toHaveLength(1);
    expect(await createFirstAccount(database(), clock, null)).toBeNull();
    expect(await listPeople(database())).toHaveLength(1);
  });
});
