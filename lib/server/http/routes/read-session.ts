import { z } from "zod";
import { sessionResponseSchema } from "@/lib/api/user";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";

export const readSessionRoute = route({
  method: "GET",
  path: "/api/session",
  summary: "Who is signed in",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: sessionResponseSchema,
  problems: [],
  example: {
    user: { id: "V1StGXR8_Z5jdHi6B-myT", username: "admin", role: "admin" },
    via: "session",
    expiresAt: "2026-02-07T08:00:00.000Z",
  },
  async handle(context) {
    const { user, via, expiresAt } = requireSignedIn(context.signedIn);
    return { user, via: via.kind, expiresAt: expiresAt.toISOString() };
  },
});
