import { z } from "zod";
import { settingsResponseSchema } from "@/lib/api/settings";
import { readStoredSettings } from "@/lib/server/db/queries/settings";
import { settingsResponse } from "@/lib/server/settings/settings-response";
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
  handle: async ({ deps }) => settingsResponse(await readStoredSettings(deps.database)),
});
