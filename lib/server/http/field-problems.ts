import type { z } from "zod";
import type { QueryProblem } from "@/lib/events/query";

/**
 * A schema's findings as field problems; unknown keys are named one by one.
 * @param whole the name for the value as a whole, where a finding concerns no single field.
 */
export function fieldProblems(error: z.ZodError, whole: string): QueryProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") {
      return [{ field: path.join(".") || whole, message: `${issue.message}.` }];
    }
    return issue.keys.map((key) => ({
      field: [...path, key].join("."),
      message: "This is not known here. Leave it out.",
    }));
  });
}
