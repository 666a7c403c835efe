import { z } from "zod";
import { sessionEndedSchema } from "@/lib/api/sessions";
import { endSession } from "@/lib/server/people/end-session";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { noBody } from "../route-declaration";
import { sessionExample } from "./people-examples";

export const endSessionRoute = route({
  method: "DELETE",
  path: "/api/sessions/{sessionId}",
  summary: "End a session: one's own, or as an administrator anybody's",
  role: "viewer",
  recentSignIn: true,
  params: z.object({ sessionId: z.string().min(1).max(100).describe("The session's id.") }),
  query: noQuery,
  body: noBody,
  response: sessionEndedSchema,
  problems: ["not-found"],
  example: { id: sessionExample.id },
  async handle(context) {
    const id = context.params.sessionId;
    await endSession(context.deps, requireActing(context), id);
    return { id };
  },
});
