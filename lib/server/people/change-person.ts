import type { ChangePerson, Person } from "@/lib/api/people";
import { type ActivityEntry, appendActivities } from "@/lib/server/activity/append-activity";
import { type Acting, recordedActor } from "@/lib/server/auth/acting";
import {
  lockAdministrators,
  lockPerson,
  type PersonRow,
  revokeSessionsOf,
  updatePerson,
} from "@/lib/server/db/queries/people";
import type { Deps } from "@/lib/server/deps";
import { ProblemError } from "@/lib/server/http/problem-error";
import { canSignIn } from "./can-sign-in";
import { forgetSignedIn } from "./forget-signed-in";
import { missingPerson } from "./missing-person";
import { personResponse } from "./person-response";

function conflict(field: string, message: string): ProblemError {
  return new ProblemError("conflict", message, { errors: [{ field, message }] });
}

/** @throws ProblemError conflict */
function refuseConflicts(
  before: PersonRow,
  change: ChangePerson,
  after: Pick<PersonRow, "role" | "disabledAt">,
  administrators: readonly PersonRow[],
): void {
  if (before.version !== change.version) {
    throw conflict(
      "version",
      `Somebody changed ${before.username} meanwhile: the role is ${before.role}, the account is ${before.disabledAt ? "disabled" : "enabled"}. Send version ${before.version} to change it all the same.`,
    );
  }
  if (before.issuer !== null && after.role !== before.role) {
    throw conflict(
      "role",
      "The identity provider's groups decide this role, at every sign-in. Change it there.",
    );
  }
  const staysAdministrator = after.role === "admin" && after.disabledAt === null;
  if (!staysAdministrator && administrators.length === 1 && administrators[0]?.id === before.id) {
    const field = after.role === "admin" ? "disabled" : "role";
    throw conflict(
      field,
      `${before.username} is the last administrator who may sign in. Make somebody else one first; a local account counts once its given password is changed.`,
    );
  }
}

function entriesFor(
  before: PersonRow,
  after: Pick<PersonRow, "role" | "disabledAt">,
  common: Pick<ActivityEntry, "at" | "actor" | "address">,
): ActivityEntry[] {
  const entry = { ...common, subject: before.id, details: { username: before.username } };
  const entries: ActivityEntry[] = [];
  if (after.role !== before.role) {
    entries.push({ ...entry, action: "role.changed", from: before.role, to: after.role });
  }
  if ((after.disabledAt === null) !== (before.disabledAt === null)) {
    entries.push({ ...entry, action: after.disabledAt === null ? "account.enabled" : "account.disabled" });
  }
  return entries;
}

/**
 * Changes a person's role, or whether they may sign in. It holds for sessions and tokens at once here, and
 * within seconds in other processes; disabling ends the sessions for good.
 * @throws ProblemError not-found, conflict (changed meanwhile, last administrator, role decided elsewhere)
 */
export async function changePerson(
  deps: Pick<Deps, "apiTokens" | "clock" | "database" | "env" | "sessions">,
  acting: Acting,
  id: string,
  change: ChangePerson,
): Promise<Person> {
  const at = deps.clock();
  const person = await deps.database.transaction(async (transaction) => {
    const enabled = await lockAdministrators(transaction);
    const administrators = enabled.filter((administrator) => canSignIn(administrator, deps.env));
    const before = await lockPerson(transaction, id);
    if (before === null) return null;
    const { role = before.role, disabled = before.disabledAt !== null } = change;
    const after = { role, disabledAt: disabled ? (before.disabledAt ?? at) : null };
    refuseConflicts(before, change, after, administrators);
    const entries = entriesFor(before, after, { at, ...recordedActor(acting) });
    if (entries.length === 0) return before;
    const row = await updatePerson(transaction, id, after);
    if (disabled) await revokeSessionsOf(transaction, id, at);
    await appendActivities(transaction, entries);
    return row;
  });
  if (person === null) throw missingPerson(id);
  forgetSignedIn(deps);
  return personResponse(person, true);
}
