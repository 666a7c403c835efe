import { z } from "zod";
import { sessionListSchema } from "@/lib/api/sessions";
import { listSessions } from "@/lib/server/people/list-sessions";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { ownerQuery } from "./owner-query";
import { sessionExample } from "./people-examples";

export const listSessionsRoute = route({
  method: "GET",
  path: "/api/sessions",
  summary: "Signed-in browsers",
  role: "viewer",
  params: z.object({}),
  query: ownerQuery,
  body: noBody,
  response: sessionListSchema,
  problems: [],
  example: { items: [sessionExample] },
  handle: ({ deps, signedIn, query }) => listSessions(deps, requireSignedIn(signedIn), query.owner),
});
