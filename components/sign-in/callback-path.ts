/**
 * Where to go after signing in: a path of this site, or the start page. An address on another site, however
 * it is written (`//evil.example`, `/\evil.example`, `javascript:`), is not followed.
 * @param wanted the `callbackUrl` parameter, not to be trusted.
 */
export function callbackPath(wanted: string | undefined): string {
  const here = "https://here.invalid";
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, here)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, here);
  // Dots may resolve to a path that itself reads as another site's address: `/a/..//evil.example`.
  if (origin !== here || pathname.startsWith("//")) return "/";
  return `${pathname}${search}${hash}`;
}
