import { type AnswerReader, answerWith } from "./answer-reader";
import { JSON_TYPE } from "./media-type";
import type { Problem } from "./problem";

const problemReader = answerWith<Problem>("code", "title", "detail", "requestId");

/** Our API answered with a problem, or not at all. `message` is fit for the screen. */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    message: string,
    /** `null` when no answer came, or one that is not ours (a proxy's error page). */
    readonly problem: Problem | null,
    readonly status: number | null,
    { silent = false, ...options }: { cause?: unknown; silent?: boolean } = {},
  ) {
    super(message, options);
    this.silent = silent;
  }

  /** The server can be reached, but did not answer in time. */
  readonly silent: boolean;
}

async function failure(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemReader.safeParse(body);
  if (!parsed.success) {
    return new ApiError(`The server answered with HTTP ${response.status}.`, null, response.status);
  }
  const { title, detail } = parsed.data;
  return new ApiError(detail === "" ? title : detail, parsed.data, response.status);
}

/**
 * Calls one of our routes; the answer is a success whose body is still to be read.
 * @throws ApiError for a problem or a broken connection.
 * @throws DOMException AbortError when `init.signal` aborts.
 */
export async function callApi(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("accept", JSON_TYPE);
  // Texts for people come in the language of the page around them.
  if (typeof document !== "undefined") headers.set("accept-language", document.documentElement.lang);
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError("The server cannot be reached.", null, null, { cause });
  }
  if (!response.ok) throw await failure(response);
  return response;
}

/**
 * Calls one of our routes and checks the answer.
 * @throws ApiError for a problem, a broken connection, or an answer that the reader refuses.
 * @throws DOMException AbortError when `init.signal` aborts.
 */
export async function fetchJson<Answer>(
  url: string,
  reader: AnswerReader<Answer>,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await callApi(url, init);
  const parsed = reader.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new ApiError("The server's answer cannot be read; reload the page.", null, response.status, {
    cause: parsed.error,
  });
}
