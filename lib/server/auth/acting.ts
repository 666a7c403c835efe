import type { ActivityEntry, PersonOrigin } from "@/lib/server/activity/append-activity";
import type { RequestFacts } from "./request-facts";
import type { SignedIn } from "./signed-in";

/** Who acts, and from where: what a use case needs to record a change. */
export type Acting = { readonly signedIn: SignedIn; readonly facts: RequestFacts };

type RecordedPerson = {
  readonly id: string;
  readonly name: string;
  readonly origin: PersonOrigin;
  readonly address: string | null;
};

/** Whether a person came through the screens or by a token. */
export function originOf({ via }: Pick<SignedIn, "via">): PersonOrigin {
  return via.kind === "token" ? "api" : "watchfloor";
}

/** The part of an activity entry that says who, from where and by what. */
export function recordedPerson({
  id,
  name,
  origin,
  address,
}: RecordedPerson): Pick<ActivityEntry, "actor" | "address"> {
  return { actor: { kind: "user", id, name, origin }, address };
}

/** The same of whoever sent a request. */
export function recordedActor({ signedIn, facts }: Acting): Pick<ActivityEntry, "actor" | "address"> {
  const { id, username } = signedIn.user;
  return recordedPerson({ id, name: username, origin: originOf(signedIn), address: facts.address });
}
