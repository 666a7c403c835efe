import type { RequestFacts } from "./request-facts";
import type { SignedIn } from "./signed-in";

/** Who acts, and from where: what a use case needs to record a change. */
export type Acting = { readonly signedIn: SignedIn; readonly facts: RequestFacts };

/** The part of an activity entry that says who, from where and by what. */
export function recordedActor({ signedIn, facts }: Acting) {
  const { id, username } = signedIn.user;
  return { actor: { kind: "user", id, name: username }, address: facts.address } as const;
}
