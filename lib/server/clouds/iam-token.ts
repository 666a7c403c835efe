import { z } from "zod";
import type { Clock } from "@/lib/server/clock";
import type { ConnectionConfig, ConnectionCredentials } from "@/lib/server/config/connection-config";
import { CloudError } from "./cloud-error";
import { iamEndpointOf } from "./endpoint-of";
import { type RawAnswer, type SendOptions, send } from "./send";
import { sharedWork } from "./shared-work";

type IamCredentials = Extract<ConnectionCredentials, { kind: "huawei-iam" }>;

/** Tokens live 24 h; IAM refuses them from then on, so that they are renewed an hour before. */
const LONGEST_USE_MS = 23 * 3_600_000;
const BEFORE_EXPIRY_MS = 5 * 60_000;
const OPERATION = "IAM token";

const bodySchema = z.object({ token: z.object({ expires_at: z.iso.datetime({ offset: true }) }) });

export interface TokenSource {
  /** @throws CloudError when IAM gives none; the signal's reason when it aborts. */
  current(signal: AbortSignal): Promise<string>;
  /** Drops a token that was refused; a newer one stays. */
  drop(token: string): void;
}

/**
 * Fetches the connection's token from IAM (Keystone v3: password, scoped to the project) and keeps it.
 * Callers at the same time share one request.
 */
export function createTokenSource(
  connection: ConnectionConfig,
  credentials: IamCredentials,
  deps: { readonly clock: Clock } & Pick<SendOptions, "fetch" | "maxBodyBytes" | "timeoutMs">,
): TokenSource {
  let held: { readonly token: string; readonly until: number } | null = null;
  const renew = sharedWork(async (signal) => {
    const answer = await send(tokenRequest(connection, credentials), {
      ...deps,
      operation: OPERATION,
      signal,
    });
    const token = tokenIn(answer);
    held = { token, until: usableUntil(answer.body, deps.clock().getTime()) };
    return token;
  });
  return {
    current: (signal) =>
      held && deps.clock().getTime() < held.until ? Promise.resolve(held.token) : renew(signal),
    drop(token) {
      if (held?.token === token) held = null;
    },
  };
}

function tokenRequest(connection: ConnectionConfig, credentials: IamCredentials) {
  const { user, password, domain, project } = credentials;
  const scope = project ? { name: project } : { id: connection.projectId };
  return {
    method: "POST",
    url: `${credentials.endpoint ?? iamEndpointOf(connection.region)}/v3/auth/tokens`,
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ["password"],
          password: {
            user: {
              name: user.reveal(),
              password: password.reveal(),
              domain: { name: domain.reveal() },
            },
          },
        },
        scope: { project: scope },
      },
    }),
  } as const;
}

function tokenIn(answer: RawAnswer): string {
  const token = answer.headers.get("x-subject-token");
  if (answer.status >= 200 && answer.status < 300 && token) return token;
  const facts = { operation: OPERATION, httpStatus: answer.status };
  if (answer.status >= 500) throw new CloudError("unavailable", `IAM answered HTTP ${answer.status}.`, facts);
  if (answer.status === 429) throw new CloudError("throttled", "IAM limits the calls.", facts);
  if (answer.status >= 400)
    throw new CloudError(
      answer.status === 403 ? "denied" : "unauthenticated",
      `IAM gave no token (HTTP ${answer.status}). Check user, password, domain and project of the ` +
        "connection's iam credentials: they must be an IAM user's, not those of the account itself.",
      facts,
    );
  throw new CloudError("malformed", `IAM answered HTTP ${answer.status} without a token.`, facts);
}

/** Until shortly before it expires, at most 23 hours from now. */
function usableUntil(body: string, now: number): number {
  const longest = now + LONGEST_USE_MS;
  try {
    const { token } = bodySchema.parse(JSON.parse(body));
    return Math.min(longest, Date.parse(token.expires_at) - BEFORE_EXPIRY_MS);
  } catch {
    return longest;
  }
}
