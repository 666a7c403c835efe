import { z } from "zod";
import { tokenListSchema } from "@/lib/api/tokens";
import { listTokens } from "@/lib/server/people/list-tokens";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";
import { ownerQuery } from "./owner-query";
import { tokenExample } from "./people-examples";

export const listTokensRoute = route({
  method: "GET",
  path: "/api/tokens",
  summary: "API tokens, ended ones too",
  role: "viewer",
  params: z.object({}),
  query: ownerQuery,
  body: noBody,
  response: tokenListSchema,
  problems: [],
  example: { items: [tokenExample] },
  handle: ({ deps, signedIn, query }) => listTokens(deps, requireSignedIn(signedIn).user, query.owner),
});
