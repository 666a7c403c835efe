import { z } from "zod";
import { tokenSchema } from "@/lib/api/tokens";
import { revokeToken } from "@/lib/server/people/revoke-token";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { noBody } from "../route-declaration";
import { tokenExample } from "./people-examples";

export const revokeTokenRoute = route({
  method: "DELETE",
  path: "/api/tokens/{tokenId}",
  summary: "End an API token: one's own, or as an administrator anybody's",
  role: "viewer",
  params: z.object({ tokenId: z.string().min(1).max(100).describe("The token's id, not the token itself.") }),
  query: noQuery,
  body: noBody,
  response: tokenSchema,
  problems: ["not-found"],
  example: { ...tokenExample, state: "revoked", revokedAt: "2026-02-01T08:00:00.000Z" },
  handle: (context) => revokeToken(context.deps, requireActing(context), context.params.tokenId),
});
