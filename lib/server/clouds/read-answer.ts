import { z } from "zod";
import { kindOf } from "./classify";
import { CloudError, type CloudErrorKind } from "./cloud-error";
import type { CloudAnswer, CloudOperation } from "./operation";
import { retryAfterMs } from "./retry-hint";
import type { RawAnswer } from "./send";

const LONGEST_QUOTE = 200;
const objectSchema = z.record(z.string(), z.unknown());
const SUCCESS_CODES = new Set(["", "200", "OK", "Success"]);

/** What to do about a kind of refusal; the cloud's own words stand before it. */
const MENDS: Partial<Record<CloudErrorKind, string>> = {
  unauthenticated: "Check the connection's credentials and this machine's clock.",
  "wrong-clock": "Set this server's clock: the cloud's differs by more than it allows.",
};

/**
 * Turns what came into the operation's answer.
 * @param secrets words that must not be repeated in a message.
 * @throws CloudError for an error of the cloud, in whichever status it comes, and for an unusable body.
 */
export function readAnswer<Request extends z.ZodObject, Response extends z.ZodType>(
  operation: CloudOperation<Request, Response>,
  raw: RawAnswer,
  secrets: readonly string[],
): CloudAnswer<z.output<Response>> {
  const body = parseObject(raw.body);
  const error = errorIn(body ?? {}, raw.status);
  const named =
    textOf(body, ["RequestId", "requestId", "request_id"]) ??
    raw.headers.get("x-acs-request-id") ??
    raw.headers.get("x-request-id");
  const requestId = named && quote(named, secrets);
  const facts = {
    operation: operation.name,
    httpStatus: raw.status,
    requestId,
    code: error && quote(error.code, secrets),
    retryAfterMs: retryAfterMs(raw.headers),
  };
  if (error || raw.status < 200 || raw.status >= 300) {
    const kind = kindOf(error?.code ?? null, raw.status);
    throw new CloudError(kind, refusal(operation, kind, raw.status, error, secrets), facts);
  }
  if (!body) throw new CloudError("malformed", unreadable(raw, secrets), facts);
  const data = operation.response.safeParse(body);
  if (!data.success) {
    const places = data.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new CloudError("malformed", `The answer does not have the documented form at: ${places}.`, facts);
  }
  return { body: raw.body, data: data.data, requestId };
}

type CloudRefusal = { readonly code: string; readonly message: string };

/** The error in a body. Both clouds write it in several spellings, Alibaba also into a successful status. */
function errorIn(body: Readonly<Record<string, unknown>>, status: number): CloudRefusal | null {
  const nested = objectSchema.safeParse(body.error);
  const holder = nested.success ? nested.data : body;
  const code = textOf(holder, ["error_code", "errorCode", "Code", "code"]);
  if (code === null || (status < 400 && SUCCESS_CODES.has(code))) return null;
  return { code, message: textOf(holder, ["error_msg", "errorMsg", "Message", "message"]) ?? "" };
}

function refusal(
  operation: CloudOperation,
  kind: CloudErrorKind,
  status: number,
  error: CloudRefusal | null,
  secrets: readonly string[],
): string {
  if (!error) return `The cloud answered HTTP ${status} without an error code.`;
  // Signature errors repeat the string to sign, and with it tokens.
  const words = kind === "unauthenticated" ? "" : quote(error.message, secrets);
  const grant = operation.permission
    ? `Grant the key ${operation.permission}.`
    : "Grant the key read access.";
  const mend = kind === "denied" ? grant : MENDS[kind];
  return [`The cloud answered ${quote(error.code, secrets)}${words ? `: ${words}` : "."}`, mend]
    .filter((part) => part !== undefined)
    .join(" ");
}

function unreadable(raw: RawAnswer, secrets: readonly string[]): string {
  if (raw.body.trim() === "") return "The answer is empty.";
  return `The answer is not a JSON object; it begins: ${quote(raw.body, secrets)}`;
}

/** Shortens and disarms text from outside. */
function quote(text: string, secrets: readonly string[]): string {
  const disarmed = secrets
    .filter((secret) => secret !== "")
    .reduce((clean, secret) => clean.replaceAll(secret, "[secret]"), text)
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
  return disarmed.length > LONGEST_QUOTE ? `${disarmed.slice(0, LONGEST_QUOTE)}…` : disarmed;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed = objectSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function textOf(holder: Readonly<Record<string, unknown>> | null, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = holder?.[key];
    if (typeof value === "string") return value;
    if (typeof value === "number") return String(value);
  }
  return null;
}
