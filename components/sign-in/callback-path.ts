/**
 * Where to go after signing in: a path of this site, or the start page. An address on another site, however
 * it is written (`//evil.example`, `/\evil.example`, `javascript:`), is not followed.
 * @param wanted the `callbackUrl` parameter, not to be trusted.
 */
export function callbackPath(wanted: string | undefined): string {
  const here = "https://here.invalid";
  if (!wanted?.startsWith("/")) return "/";
  const url = URL.parse(wanted, here);
  return url?.origin === here ? `${url.pathname}${url.search}${url.hash}` : "/";
}
