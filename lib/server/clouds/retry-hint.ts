const RATE_LIMIT_HEADERS = ["x-ratelimit-user-api", "x-ratelimit-user"];

/**
 * How long the cloud asks to wait, milliseconds; null without a usable hint. Alibaba's own headers count in
 * milliseconds (`x-acs-retry-after`, TimeLeft of `x-ratelimit-*`), the standard Retry-After in seconds. The
 * largest wins.
 */
export function retryAfterMs(headers: Headers): number | null {
  const hints = [
    Number(headers.get("x-acs-retry-after")),
    Number(headers.get("retry-after")) * 1000,
    ...RATE_LIMIT_HEADERS.map((name) => timeLeft(headers.get(name) ?? "")),
  ].filter((hint) => Number.isFinite(hint) && hint > 0);
  return hints.length > 0 ? Math.max(...hints) : null;
}

/** From `Limit:1,Remain:0,TimeLeft:2000,Reset:1234`. */
function timeLeft(text: string): number {
  return Number(/(?:^|,)\s*TimeLeft\s*:\s*(\d+)\s*(?:,|$)/.exec(text)?.[1]);
}
