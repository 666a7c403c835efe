import type { User } from "@/lib/api/user";

/** Who a request comes from, and what proves it. */
export type SignedIn = {
  readonly user: User;
  /** The browser's session or the API token, by its id. */
  readonly via: { readonly kind: "session" | "token"; readonly id: string };
  readonly expiresAt: Date;
  /** Somebody else knows the password: nothing but changing it is allowed. */
  readonly mustChangePassword: boolean;
};
