import { PROBLEM_TYPE } from "@/lib/api/media-type";
import { PROBLEMS, type ProblemCode } from "@/lib/api/problem";
import { ProblemError } from "../problem-error";
import { problemBody } from "../problem-response";

/** One entry per HTTP status that the problems map to, with an example of each problem. */
export function problemResponses(codes: readonly ProblemCode[]): Record<string, object> {
  const unique = [...new Set(codes)];
  const statuses = [...new Set(unique.map((code) => PROBLEMS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const sameStatus = unique.filter((code) => PROBLEMS[code].status === status);
      return [
        String(status),
        {
          description: sameStatus.map((code) => PROBLEMS[code].title).join("; "),
          content: {
            [PROBLEM_TYPE]: {
              schema: { $ref: "#/components/schemas/Problem" },
              examples: Object.fromEntries(
                sameStatus.map((code) => [
                  code,
                  { value: problemBody(new ProblemError(code, PROBLEMS[code].title), "4f90d13a42b7c6e1") },
                ]),
              ),
            },
          },
        },
      ];
    }),
  );
}
