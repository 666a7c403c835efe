import { z } from "zod";
import { createTokenSchema, tokenCreatedSchema } from "@/lib/api/tokens";
import { createToken } from "@/lib/server/people/create-token";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { tokenExample } from "./people-examples";

export const createTokenRoute = route({
  method: "POST",
  path: "/api/tokens",
  summary: "Make an API token of one's own; it is told this once",
  role: "viewer",
  credential: "session",
  recentSignIn: true,
  params: z.object({}),
  query: noQuery,
  body: createTokenSchema,
  response: tokenCreatedSchema,
  problems: [],
  example: { token: tokenExample, secret: `${tokenExample.prefix}...` },
  handle: (context) => createToken(context.deps, requireActing(context), context.body),
});
