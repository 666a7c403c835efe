import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { User } from "@/lib/api/user";
import { authenticate } from "@/lib/server/auth/authenticate";
import { oidcSettings } from "@/lib/server/auth/oidc-settings";
import { requestFacts } from "@/lib/server/auth/request-facts";
import type { SignedIn } from "@/lib/server/auth/signed-in";
import { type Deps, getDeps } from "@/lib/server/deps";
import { PAGE_PATH_HEADER } from "./page-path-header";
import { readForPage } from "./read-for-page";

/** What a page needs to read its first rows: pass `deps` to the use cases in lib/server/triage. */
export type PageContext = { readonly user: User; readonly deps: Deps };

/** Read once for a page: its frame, its head and its content ask. */
const readSignedIn = cache(async (): Promise<SignedIn | null> => {
  const requestHeaders = await headers();
  return readForPage((deps) => authenticate(requestHeaders, requestFacts(requestHeaders), deps));
});

/** Who looks at the page and whether the password has to be changed first, or `null`; for the way in. */
export async function findSignedIn(): Promise<Pick<SignedIn, "user" | "mustChangePassword"> | null> {
  return readSignedIn();
}

/** Who looks at the page, or `null`; for the sign-in page. */
export async function findUser(): Promise<User | null> {
  return (await findSignedIn())?.user ?? null;
}

/**
 * The context of a page for signed-in people, and how they are signed in; anybody else is sent to the sign-in
 * page and back, and whoever has to change the password to the page for that.
 */
export async function signedInPage(): Promise<{ readonly signedIn: SignedIn; readonly deps: Deps }> {
  const deps = await getDeps();
  const signedIn = await readSignedIn();
  const path = (await headers()).get(PAGE_PATH_HEADER) ?? "/";
  const thenBack = new URLSearchParams({ callbackUrl: path });
  if (signedIn === null) redirect(`/sign-in?${thenBack}`);
  if (signedIn.mustChangePassword) redirect(`/change-password?${thenBack}`);
  return { signedIn, deps };
}

/** The same for pages that need only know who it is. */
export async function pageContext(): Promise<PageContext> {
  const { signedIn, deps } = await signedInPage();
  return { user: signedIn.user, deps };
}

/** Who looks at the page; anybody not signed in is sent to the sign-in page and back. */
export async function requireUser(): Promise<User> {
  return (await pageContext()).user;
}

/** How people may sign in; `providerName` is null where no identity provider is configured. */
export async function signInWays(): Promise<{ localAccounts: boolean; providerName: string | null }> {
  const { env } = await getDeps();
  return {
    localAccounts: env.WATCHFLOOR_LOCAL_SIGN_IN === "on",
    providerName: oidcSettings(env)?.name ?? null,
  };
}
