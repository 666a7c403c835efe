import { expect } from "vitest";
import { PROBLEMS, type Problem, type ProblemCode, problemSchema } from "@/lib/api/problem";

/** The problem that an answer holds. Fails for anything that is not a well-formed problem of that code. */
export async function expectProblem(response: Response, code: ProblemCode): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem).toMatchObject({
    code,
    status: PROBLEMS[code].status,
    type: `urn:watchfloor:problem:${code}`,
    requestId: response.headers.get("x-request-id"),
  });
  expect(response.status).toBe(PROBLEMS[code].status);
  return problem;
}

/** The fields that a problem names. */
export const fieldsOf = (problem: Problem) => problem.errors?.map(({ field }) => field) ?? [];
