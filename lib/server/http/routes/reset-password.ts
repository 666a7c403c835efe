import { personWithPasswordSchema, resetPasswordSchema } from "@/lib/api/people";
import { resetPassword } from "@/lib/server/people/reset-password";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { personExample } from "./people-examples";
import { personPath } from "./person-path";

export const resetPasswordRoute = route({
  method: "POST",
  path: "/api/people/{personId}/password",
  summary: "Give a person a new password, to be changed at the next sign-in",
  role: "admin",
  credential: "session",
  recentSignIn: true,
  params: personPath,
  query: noQuery,
  body: resetPasswordSchema,
  response: personWithPasswordSchema,
  problems: ["not-found", "conflict"],
  example: { person: personExample, password: "kq3Zr8VtX1mB5nC7wL0pYd2s" },
  handle: (context) =>
    resetPassword(context.deps, requireActing(context), context.params.personId, context.body),
});
