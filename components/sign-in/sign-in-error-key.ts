/** next-auth's errors that we have words for. */
const KNOWN = [
  "CredentialsSignin",
  "RateLimited",
  "SessionRequired",
  "unreachable",
  "NoRole",
  "AccountDisabled",
  "OAuthSignin",
  "OAuthCallback",
] as const;

/** Which text says what next-auth's error means; none tells which of name and password was wrong. */
export function signInErrorKey(error: string): (typeof KNOWN)[number] | "other" {
  return KNOWN.find((known) => known === error) ?? "other";
}
