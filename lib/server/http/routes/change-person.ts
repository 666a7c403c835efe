import { changePersonSchema, personSchema } from "@/lib/api/people";
import { changePerson } from "@/lib/server/people/change-person";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { personExample } from "./people-examples";
import { personPath } from "./person-path";

export const changePersonRoute = route({
  method: "PATCH",
  path: "/api/people/{personId}",
  summary: "Change a role; disable or enable an account",
  role: "admin",
  recentSignIn: true,
  params: personPath,
  query: noQuery,
  body: changePersonSchema,
  response: personSchema,
  problems: ["not-found", "conflict"],
  example: personExample,
  handle: (context) =>
    changePerson(context.deps, requireActing(context), context.params.personId, context.body),
});
