import { createHash, timingSafeEqual } from "node:crypto";
import { bearerToken } from "@/lib/server/auth/bearer-token";
import type { Env } from "@/lib/server/env";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request carries WATCHFLOOR_METRICS_TOKEN: needs no database, which may be what is to be watched. */
export function holdsMetricsToken(headers: Headers, { WATCHFLOOR_METRICS_TOKEN: expected }: Env): boolean {
  const given = bearerToken(headers);
  if (expected === undefined || given === null) return false;
  return timingSafeEqual(digest(given), digest(expected.reveal()));
}
