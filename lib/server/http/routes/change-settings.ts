import { z } from "zod";
import { changeSettingsSchema, settingsResponseSchema } from "@/lib/api/settings";
import { changeSettings } from "@/lib/server/settings/change-settings";
import { noQuery } from "../query-reader";
import { requireActing, route } from "../route";
import { settingsExample } from "./people-examples";

export const changeSettingsRoute = route({
  method: "PATCH",
  path: "/api/settings",
  summary: "Change what holds for everybody; what is left out stays",
  role: "admin",
  recentSignIn: true,
  params: z.object({}),
  query: noQuery,
  body: changeSettingsSchema,
  response: settingsResponseSchema,
  problems: ["conflict"],
  example: settingsExample,
  handle: (context) => changeSettings(context.deps, requireActing(context), context.body),
});
