const BEARER = /^bearer(?: +(.*))?$/i;

/** What follows `Authorization: Bearer`, `""` for nothing; `null` for another scheme, or none. */
export function bearerToken(headers: Headers): string | null {
  const match = BEARER.exec(headers.get("authorization")?.trim() ?? "");
  return match ? (match[1]?.trim() ?? "") : null;
}
