import type { z } from "zod";
import { ApiError } from "@/lib/api/fetch-json";

/** What is wrong, by field; a part of an object as `policy.requireNote`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What the contract says is wrong with a value; empty when nothing is. */
export function schemaErrors(schema: z.ZodType, value: unknown): FieldErrors {
  const parsed = schema.safeParse(value);
  if (parsed.success) return {};
  // The first of several problems of a field is the one to mend first.
  return Object.fromEntries(
    parsed.error.issues.toReversed().map(({ path, message }) => [path.join("."), message]),
  );
}

/** What the server says is wrong, where it names fields. */
export function problemErrors(error: Error | null): FieldErrors {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries((error.problem?.errors ?? []).map(({ field, message }) => [field, message]));
}
