import { z } from "zod";
import { createPersonSchema, personWithPasswordSchema } from "@/lib/api/people";
import { createPerson } from "@/lib/server/people/create-person";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { personExample } from "./people-examples";

export const createPersonRoute = route({
  method: "POST",
  path: "/api/people",
  summary: "Create a local account",
  role: "admin",
  credential: "session",
  recentSignIn: true,
  params: z.object({}),
  query: noQuery,
  body: createPersonSchema,
  response: personWithPasswordSchema,
  problems: ["conflict"],
  example: { person: personExample, password: "kq3Zr8VtX1mB5nC7wL0pYd2s" },
  handle: (context) => createPerson(context.deps, requireActing(context), context.body),
});
