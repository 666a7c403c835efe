import { z } from "zod";
import type { Parsed, QueryProblem } from "@/lib/events/query";
import { fieldProblems } from "./field-problems";
import { invalidRequest } from "./problem-error";

/** Reads a route's query parameters, and says for the OpenAPI document what they are. */
export type QueryReader<Query> = {
  readonly schema: z.ZodObject;
  /** @throws ProblemError naming every wrong parameter. */
  read(params: URLSearchParams, now: Date): Query;
};

/** A reader made of one of the domain's own parsers. */
export function parsedQuery<Query>(
  schema: z.ZodObject,
  parse: (params: URLSearchParams, now: Date) => Parsed<Query>,
): QueryReader<Query> {
  return {
    schema,
    read(params, now) {
      const { value, problems } = parse(params, now);
      if (problems.length > 0) throw invalidRequest([...problems]);
      return value;
    },
  };
}

/** A parameter that may be given once; null where it is missing or empty. */
export function single(params: URLSearchParams, key: string, problems: QueryProblem[]): string | null {
  const [value, ...more] = params.getAll(key);
  if (more.length > 0) problems.push({ field: key, message: "Give this parameter once." });
  return value === undefined || value === "" ? null : value;
}

/**
 * A reader made of a schema that takes text. Unknown and repeated parameters are refused.
 */
export function schemaQuery<Schema extends z.ZodObject>(schema: Schema): QueryReader<z.output<Schema>> {
  const known = Object.keys(schema.shape);
  const hint = known.length > 0 ? `Use one of: ${known.join(", ")}.` : "This route takes none.";
  return {
    schema,
    read(params) {
      const keys = [...new Set(params.keys())];
      const problems: QueryProblem[] = [
        ...keys
          .filter((key) => !known.includes(key))
          .map((field) => ({ field, message: `Unknown parameter. ${hint}` })),
        ...keys
          .filter((key) => known.includes(key) && params.getAll(key).length > 1)
          .map((field) => ({ field, message: "Give this parameter once." })),
      ];
      const parsed = schema.safeParse(
        Object.fromEntries(keys.filter((key) => known.includes(key)).map((key) => [key, params.get(key)])),
      );
      if (!parsed.success) problems.push(...fieldProblems(parsed.error, "query"));
      if (problems.length > 0 || !parsed.success) throw invalidRequest(problems);
      return parsed.data;
    },
  };
}

/** For routes without parameters. */
export const noQuery = schemaQuery(z.object({}));
