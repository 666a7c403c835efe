import type { AnswerReader } from "./answer-reader";
import { fetchJson } from "./fetch-json";
import { JSON_TYPE } from "./media-type";
import { withPatience } from "./patience";

/** No route that changes something waits for a cloud; the longest locks two hundred rows. Milliseconds. */
const PATIENCE = 45_000;

/**
 * Sends JSON to one of our routes and checks the answer.
 * @throws ApiError for a problem, a broken connection, no answer within 45 seconds (it may be carried out later), or an answer that the reader refuses.
 */
export function sendJson<Answer>(
  method: "POST" | "PUT" | "PATCH",
  url: string,
  reader: AnswerReader<Answer>,
  body: unknown,
): Promise<Answer> {
  return withPatience(PATIENCE, (signal) =>
    fetchJson(url, reader, {
      method,
      headers: { "content-type": JSON_TYPE },
      body: JSON.stringify(body),
      signal,
    }),
  );
}
