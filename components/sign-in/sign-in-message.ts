const MESSAGES: Readonly<Record<string, string>> = {
  CredentialsSignin: "Username or password is not right.",
  RateLimited: "Too many attempts. Wait a few minutes and try again.",
  SessionRequired: "Sign in to see this page.",
  unreachable: "The server cannot be reached. Try again.",
};

/** What next-auth's error means for the person at the keyboard; never which of the two was wrong. */
export function signInMessage(error: string): string {
  return MESSAGES[error] ?? "Signing in did not work. Try again.";
}
