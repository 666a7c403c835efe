import type { z } from "zod";
import { fetchJson } from "@/lib/api/fetch-json";
import { JSON_TYPE } from "@/lib/api/media-type";

/** Sends a change and checks the answer. @throws ApiError */
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
