import { CloudError } from "./cloud-error";
import type { SignedRequest } from "./signed-request";

/** The part of the platform's fetch that calls need; tests pass their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type RawAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** Exactly as it came. */
  readonly body: string;
};

export type SendOptions = {
  readonly fetch: Fetch;
  readonly operation: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly maxBodyBytes: number;
};

/**
 * Sends a request once. Redirects are not followed: they would carry the proof to another host.
 * @throws CloudError of kind timeout, network, unavailable, malformed or unauthenticated; the signal's reason when the caller aborted.
 */
export async function send(request: SignedRequest, options: SendOptions): Promise<RawAnswer> {
  refuseUnsendable(request, options.operation);
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([options.signal, timeout]);
  let httpStatus: number | null = null;
  try {
    const response = await options.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      redirect: "manual",
      cache: "no-store",
      signal,
    });
    httpStatus = response.status;
    return { status: response.status, headers: response.headers, body: await readBody(response, options) };
  } catch (error) {
    if (error instanceof CloudError) throw error;
    options.signal.throwIfAborted();
    const facts = { operation: options.operation };
    if (timeout.aborted)
      throw new CloudError("timeout", `No complete answer within ${options.timeoutMs / 1000} s.`, facts);
    const why = causeOf(error);
    if (httpStatus !== null) {
      const message = `The cloud's answer could not be read to its end${why}.`;
      throw new CloudError("unavailable", message, { ...facts, httpStatus }, { cause: error });
    }
    throw new CloudError("network", `The cloud cannot be reached${why}.`, facts, { cause: error });
  }
}

/** The platform quotes the header that it refuses, which may be a token: its error goes no further. */
function refuseUnsendable({ headers }: SignedRequest, operation: string): void {
  try {
    new Headers(headers);
  } catch {
    throw new CloudError(
      "unauthenticated",
      "A key or token of the connection has a character that cannot be sent, such as a line break. Copy it again.",
      { operation },
    );
  }
}

async function readBody(response: Response, options: SendOptions): Promise<string> {
  const facts = { operation: options.operation, httpStatus: response.status };
  const tooLarge = () =>
    new CloudError("malformed", `The answer is larger than ${options.maxBodyBytes} bytes.`, facts);
  if (!response.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > options.maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  // Attackers send broken UTF-8, and clouds pass it on: one such sample must not cost the whole page.
  return new TextDecoder("utf-8").decode(Buffer.concat(chunks));
}

/** The system's code, for example ECONNREFUSED: it tells a wrong host from a blocked port. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? ` (${String(cause.code)})` : "";
}
