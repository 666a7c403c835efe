import { PROBLEM_TYPE } from "@/lib/api/media-type";
import { PROBLEMS, type Problem } from "@/lib/api/problem";
import type { ProblemError } from "./problem-error";

/** The RFC 9457 body of an error. */
export function problemBody(error: ProblemError, requestId: string): Problem {
  const { errors, cloud } = error.facts;
  return {
    type: `urn:watchfloor:problem:${error.code}`,
    title: PROBLEMS[error.code].title,
    status: PROBLEMS[error.code].status,
    code: error.code,
    detail: error.detail,
    ...(errors ? { errors } : {}),
    requestId,
    ...(cloud ? { cloud } : {}),
  };
}

export function problemResponse(error: ProblemError, requestId: string): Response {
  return new Response(JSON.stringify(problemBody(error, requestId)), {
    status: PROBLEMS[error.code].status,
    headers: { ...error.facts.headers, "content-type": PROBLEM_TYPE },
  });
}
