"use client";

import { createContext, type ReactNode, use } from "react";
import { type Role, roleIncludes } from "@/lib/api/role";

/** Who is signed in, as screens need to know it. */
export type SignedInPerson = { readonly name: string; readonly role: Role };

// Without a provider nothing is allowed: the server decides anyway.
const Context = createContext<SignedInPerson>({ name: "", role: "viewer" });

export function SignedInProvider({ person, children }: { person: SignedInPerson; children: ReactNode }) {
  return <Context value={person}>{children}</Context>;
}

/** Who is signed in. */
export function useSignedIn(): SignedInPerson {
  return use(Context);
}

/** Whether the person's role lets them work on events: change, assign, write, reveal. */
export function useMayWork(): boolean {
  return roleIncludes(useSignedIn().role, "analyst");
}
