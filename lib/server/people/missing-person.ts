import { ProblemError } from "@/lib/server/http/problem-error";

export function missingPerson(id: string): ProblemError {
  return new ProblemError("not-found", `There is no person ${id}. See /api/people.`);
}
