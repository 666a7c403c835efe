import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { User } from "@/lib/api/user";
import type { Deps } from "@/lib/server/deps";
import { cameOverHttps } from "@/lib/server/http/request-origin";
import { authLog } from "./auth-log";
import { OIDC_PROVIDER, oidcProvider, readClaims } from "./oidc-provider";
import { oidcSettings } from "./oidc-settings";
import { oidcSignIn } from "./oidc-sign-in";
import type { RequestFacts } from "./request-facts";
import { authCookies, readSessionCookie, SESSION_CLAIM, sessionIdOf } from "./session-cookie";
import { signIn } from "./sign-in";

/** What the sign-in page is told in `?error=`. */
export const SIGN_IN_ERRORS = {
  limited: "RateLimited",
  refused: "CredentialsSignin",
  "no-role": "NoRole",
  disabled: "AccountDisabled",
} as const;

const SIGN_IN_PAGE = "/sign-in";

/** Who is told of what next-auth has no answer for. */
type SignInHooks = {
  /** How many seconds a refused caller has to wait. */
  readonly onLimited: (waitSeconds: number) => void;
  /** What kept a name and a password from being looked at. next-auth would write its text into an address. */
  readonly onFailed: (error: unknown) => void;
};

/** User name and password. */
function localAccounts(deps: Deps, facts: RequestFacts, { onLimited, onFailed }: SignInHooks) {
  return CredentialsProvider({
    name: "Local account",
    credentials: {
      username: { label: "User name", type: "text" },
      password: { label: "Password", type: "password" },
    },
    async authorize(credentials) {
      const result = await signIn(
        { username: credentials?.username ?? "", password: credentials?.password ?? "" },
        facts,
        deps,
      ).catch((error: unknown) => {
        onFailed(error);
        return { kind: "refused" } as const;
      });
      if (result.kind === "limited") {
        onLimited(result.waitSeconds);
        throw new Error(SIGN_IN_ERRORS.limited);
      }
      if (result.kind === "refused") return null;
      return { id: result.user.id, name: result.user.username, role: result.user.role };
    },
  });
}

/** A browser has one session: signing in again ends the one that its cookie names. */
async function endEarlierSession(deps: Deps, headers: Headers, facts: RequestFacts): Promise<void> {
  const id = await readSessionCookie(headers, deps.authSecret, deps.env.NEXTAUTH_URL ?? null);
  const earlier = id === null ? null : await deps.sessions.find(id);
  if (earlier !== null) await deps.sessions.end(earlier.via.id, earlier.user, facts);
}

/** next-auth's options for one request: local accounts, a cookie that names a session of ours. */
export function authOptions(
  deps: Deps,
  headers: Headers,
  facts: RequestFacts,
  hooks: SignInHooks,
): AuthOptions {
  const { authSecret, env, log, sessions } = deps;
  const oidc = oidcSettings(env);
  const overHttps = cameOverHttps(headers, env.NEXTAUTH_URL ?? null);
  /** Whom the identity provider has vouched for, in this very request. */
  let arrived: User | null = null;
  return {
    secret: authSecret.reveal(),
    useSecureCookies: overHttps,
    cookies: authCookies(overHttps),
    session: { strategy: "jwt", maxAge: sessions.limits.lifetimeMs / 1000 },
    pages: { signIn: SIGN_IN_PAGE, signOut: SIGN_IN_PAGE, error: SIGN_IN_PAGE, newUser: "/" },
    logger: authLog(log),
    providers: [
      ...(env.WATCHFLOOR_LOCAL_SIGN_IN === "off" ? [] : [localAccounts(deps, facts, hooks)]),
      ...(oidc === null ? [] : [oidcProvider(oidc)]),
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (oidc === null || account?.provider !== OIDC_PROVIDER) return true;
        const result = await oidcSignIn(deps, oidc, readClaims(profile), facts);
        if (result.kind !== "accepted") return `${SIGN_IN_PAGE}?error=${SIGN_IN_ERRORS[result.kind]}`;
        arrived = result.user;
        return true;
      },
      redirect({ url, baseUrl }) {
        const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null;
        return target?.origin === baseUrl ? target.href : baseUrl;
      },
      async jwt({ token, user, account }) {
        if (account && user) {
          await endEarlierSession(deps, headers, facts);
          const { id, username } = arrived ?? { id: user.id, username: user.name ?? user.id };
          return { ...token, [SESSION_CLAIM]: await sessions.start({ id, username }, facts) };
        }
        const id = sessionIdOf(token);
        if (id !== null && (await sessions.find(id)) !== null) return token;
        throw new Error("The session has ended.");
      },
      async session({ session, token }) {
        const id = sessionIdOf(token);
        const signedIn = id === null ? null : await sessions.find(id);
        if (signedIn === null) return session;
        const { user, expiresAt } = signedIn;
        return { ...session, user: { ...user, name: user.username }, expires: expiresAt.toISOString() };
      },
    },
    events: {
      async signOut({ token }) {
        const id = sessionIdOf(token);
        const signedIn = id === null ? null : await sessions.find(id);
        if (signedIn !== null) await sessions.end(signedIn.via.id, signedIn.user, facts);
      },
    },
  };
}
