import { z } from "zod";
import { changePasswordSchema, passwordChangedSchema } from "@/lib/api/people";
import { changeOwnPassword } from "@/lib/server/people/change-own-password";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";

export const changeOwnPasswordRoute = route({
  method: "POST",
  path: "/api/account/password",
  summary: "Change one's own password; other sessions end",
  role: "viewer",
  credential: "session",
  beforePasswordChange: true,
  params: z.object({}),
  query: noQuery,
  body: changePasswordSchema,
  response: passwordChangedSchema,
  problems: ["conflict", "rate-limited"],
  example: { endedSessions: 0 },
  async handle(context) {
    const acting = requireActing(context);
    return { endedSessions: await changeOwnPassword(context.deps, acting, context.body) };
  },
});
