import type { LoggerInstance } from "next-auth";
import type { Logger } from "pino";
import { errorMessage } from "@/lib/server/describe-error";

/** Whoever runs Watchfloor has to know of these: the identity provider does not play along. */
const PROVIDER_FAILURES = ["SIGNIN_OAUTH_ERROR", "OAUTH_CALLBACK_ERROR", "OAUTH_CALLBACK_HANDLER_ERROR"];

/** The message of the error in what next-auth logs; the rest holds the request, and tokens. */
function messageIn(metadata: unknown): string | null {
  if (metadata instanceof Error) return errorMessage(metadata);
  if (typeof metadata !== "object" || metadata === null || !("error" in metadata)) return null;
  return metadata.error instanceof Error ? errorMessage(metadata.error) : null;
}

/** next-auth's own messages: their code, and for a failing identity provider why. */
export function authLog(log: Logger): Partial<LoggerInstance> {
  return {
    error(code, metadata) {
      if (PROVIDER_FAILURES.includes(code)) {
        log.warn({ code, reason: messageIn(metadata) }, "the identity provider did not let somebody in");
      } else log.debug({ code }, "next-auth error");
    },
    warn: (code) => log.debug({ code }, "next-auth warning"),
    debug: () => {},
  };
}
