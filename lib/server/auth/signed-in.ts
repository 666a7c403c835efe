import type { User } from "@/lib/api/user";

/** Who a request comes from, by which session. */
export type SignedIn = {
  readonly user: User;
  readonly sessionId: string;
  readonly expiresAt: Date;
};
