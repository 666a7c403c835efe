import type { AnswerReader } from "./answer-reader";
import { fetchJson } from "./fetch-json";
import { withPatience } from "./patience";

/** What is read from the index alone is there in a moment; a server that takes so long is stuck. Milliseconds. */
const PATIENCE = 20_000;

/**
 * Reads from one of our routes that waits for no cloud, and checks the answer.
 * @throws ApiError for a problem, a broken connection, no answer within 20 seconds, or one that the reader refuses.
 * @throws DOMException AbortError when `signal` aborts.
 */
export function readJson<Answer>(
  url: string,
  reader: AnswerReader<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  return withPatience(PATIENCE, (ending) => fetchJson(url, reader, { signal: ending }), signal);
}
