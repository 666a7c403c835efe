import type { PersonOrigin } from "@/lib/server/activity/append-activity";
import { originOf } from "@/lib/server/auth/acting";
import type { RequestFacts } from "@/lib/server/auth/request-facts";
import type { SignedIn } from "@/lib/server/auth/signed-in";

/** The person behind a change, and the way it came. */
export type Requester = {
  readonly id: string;
  readonly name: string;
  readonly origin: PersonOrigin;
  readonly address: string | null;
};

export function requesterOf(signedIn: SignedIn, { address }: RequestFacts): Requester {
  const { id, username } = signedIn.user;
  return { id, name: username, origin: originOf(signedIn), address };
}
