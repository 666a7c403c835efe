import { z } from "zod";
import { DEFAULT_PREFERENCES } from "@/lib/api/preference-choices";
import { preferencesResponseSchema } from "@/lib/api/preferences";
import { readPreferences } from "@/lib/server/triage/read-preferences";
import { noQuery } from "../query-reader";
import { requireSignedIn, route } from "../route";
import { noBody } from "../route-declaration";

export const readPreferencesRoute = route({
  method: "GET",
  path: "/api/preferences",
  summary: "What the caller has chosen for their screens",
  role: "viewer",
  params: z.object({}),
  query: noQuery,
  body: noBody,
  response: preferencesResponseSchema,
  problems: [],
  example: { preferences: DEFAULT_PREFERENCES },
  async handle({ deps, signedIn }) {
    return { preferences: await readPreferences(deps, requireSignedIn(signedIn).user.id) };
  },
});
