import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { User } from "@/lib/api/user";
import { authenticate } from "@/lib/server/auth/authenticate";
import { type Deps, getDeps } from "@/lib/server/deps";
import { PAGE_PATH_HEADER } from "./page-path-header";

/** What a page needs to read its first rows: pass `deps` to the use cases in lib/server/triage. */
export type PageContext = { readonly user: User; readonly deps: Deps };

/** Who looks at the page, or `null`; for the sign-in page. */
export async function findUser(): Promise<User | null> {
  const signedIn = await authenticate(await headers(), await getDeps());
  return signedIn?.user ?? null;
}

/** The context of a page for signed-in people; anybody else is sent to the sign-in page and back. */
export async function pageContext(): Promise<PageContext> {
  const deps = await getDeps();
  const requestHeaders = await headers();
  const signedIn = await authenticate(requestHeaders, deps);
  if (signedIn !== null) return { user: signedIn.user, deps };
  const path = requestHeaders.get(PAGE_PATH_HEADER) ?? "/";
  redirect(`/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
}

/** Who looks at the page; anybody not signed in is sent to the sign-in page and back. */
export async function requireUser(): Promise<User> {
  return (await pageContext()).user;
}
