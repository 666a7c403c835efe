import type { AnswerReader } from "./answer-reader";
import { fetchJson } from "./fetch-json";
import { JSON_TYPE } from "./media-type";

/**
 * Sends JSON to one of our routes and checks the answer.
 * @throws ApiError for a problem, a broken connection, or an answer that the reader refuses.
 */
export function sendJson<Answer>(
  method: "POST" | "PUT" | "PATCH",
  url: string,
  reader: AnswerReader<Answer>,
  body: unknown,
): Promise<Answer> {
  return fetchJson(url, reader, {
    method,
    headers: { "content-type": JSON_TYPE },
    body: JSON.stringify(body),
  });
}
