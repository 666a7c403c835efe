import type { z } from "zod";
import { fetchJson } from "./fetch-json";
import { JSON_TYPE } from "./media-type";

/**
 * Sends JSON to one of our routes and checks the answer against its schema.
 * @throws ApiError for a problem, a broken connection, or an answer that does not match the schema.
 */
export function sendJson<Schema extends z.ZodType>(
  method: "POST" | "PUT" | "PATCH",
  url: string,
  schema: Schema,
  body: unknown,
): Promise<z.output<Schema>> {
  return fetchJson(url, schema, {
    method,
    headers: { "content-type": JSON_TYPE },
    body: JSON.stringify(body),
  });
}
