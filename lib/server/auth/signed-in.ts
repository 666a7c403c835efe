import type { User } from "@/lib/api/user";

/** Who a request comes from, and what proves it. */
export type SignedIn = {
  readonly user: User;
  /** The browser's session or the API token, by its id. */
  readonly via: { readonly kind: "session" | "token"; readonly id: string };
  /** When the person proved who they are; null for a token, behind which nobody need sit. */
  readonly signedInAt: Date | null;
  readonly expiresAt: Date;
  /** Somebody else knows the password: nothing but changing it is allowed. */
  readonly mustChangePassword: boolean;
};
