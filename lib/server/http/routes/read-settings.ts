import { z } from "zod";
import { settingsResponseSchema } from "@/lib/api/settings";
import { readSettings } from "@/lib/server/settings/read-settings";
import { noQuery } from "../query-reader";
import { route } from "../route";
import { noBody } from "../route-declaration";
import { settingsExample } from "./people-examples";

export const readSettingsRoute = route({
  method: "GET",
  path: "/api/settings",
  summary: "What an administrator decided for everybody",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: settingsResponseSchema,
  problems: [],
  example: settingsExample,
  handle: async ({ deps }) => readSettings(deps),
});
