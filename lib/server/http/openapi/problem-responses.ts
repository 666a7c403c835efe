import { PROBLEM_TYPE } from "@/lib/api/media-type";
import { PROBLEMS, type ProblemCode } from "@/lib/api/problem";
import { ProblemError } from "../problem-error";
import { problemBody } from "../problem-response";

const UNAUTHENTICATED = PROBLEMS.unauthenticated.status;

/** What comes with the answer to a caller without a valid session or token. */
const CHALLENGE = {
  "WWW-Authenticate": {
    description: "How to authenticate; says invalid_token where a token was refused.",
    schema: { type: "string" },
    example: 'Bearer realm="watchfloor"',
  },
};

type ProblemAnswer = { readonly description: string; readonly content: Readonly<Record<string, object>> };

/** One entry per HTTP status that the problems map to, with an example of each problem. */
export function problemResponses(codes: readonly ProblemCode[]): Record<string, ProblemAnswer> {
  const unique = [...new Set(codes)];
  const statuses = [...new Set(unique.map((code) => PROBLEMS[code].status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const sameStatus = unique.filter((code) => PROBLEMS[code].status === status);
      return [
        String(status),
        {
          description: sameStatus.map((code) => PROBLEMS[code].title).join("; "),
          ...(status === UNAUTHENTICATED ? { headers: CHALLENGE } : {}),
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
