import type { Deps } from "@/lib/server/deps";

/** After a change of accounts, sessions or tokens: this process looks everybody up anew. */
export function forgetSignedIn({ apiTokens, sessions }: Pick<Deps, "apiTokens" | "sessions">): void {
  sessions.forgetAll();
  apiTokens.forgetAll();
}
