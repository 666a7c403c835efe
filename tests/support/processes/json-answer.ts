import type { z } from "zod";

/** The checked body of a good answer. @throws Error that quotes the answer when it is not a good one. */
export async function jsonAnswer<Schema extends z.ZodType>(
  answering: Promise<Response>,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await answering;
  const text = await response.text();
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${text}`);
  return schema.parse(JSON.parse(text));
}
