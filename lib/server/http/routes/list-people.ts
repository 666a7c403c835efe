import { z } from "zod";
import { personListSchema } from "@/lib/api/people";
import { listPeople } from "@/lib/server/people/list-people";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { personExample } from "./people-examples";

export const listPeopleRoute = route({
  method: "GET",
  path: "/api/people",
  summary: "Everybody who has, or had, an account",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: personListSchema,
  problems: [],
  example: { items: [personExample] },
  handle: ({ deps, signedIn }) => listPeople(deps, requireSignedIn(signedIn).user),
});
