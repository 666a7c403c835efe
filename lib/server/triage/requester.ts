import type { RequestFacts } from "@/lib/server/auth/request-facts";
import type { SignedIn } from "@/lib/server/auth/signed-in";

/** The person behind a change, and the way it came. */
export type Requester = {
  readonly id: string;
  readonly name: string;
  /** Through the screens, or by a token of the API. */
  readonly origin: "watchfloor" | "api";
  readonly address: string | null;
};

export function requesterOf({ user, via }: SignedIn, { address }: RequestFacts): Requester {
  return {
    id: user.id,
    name: user.username,
    origin: via.kind === "token" ? "api" : "watchfloor",
    address,
  };
}
